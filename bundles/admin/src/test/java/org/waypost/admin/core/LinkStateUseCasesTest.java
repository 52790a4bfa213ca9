package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.service.Gate;

class LinkStateUseCasesTest {
    private static final LinkStateStatus STATUS =
            new LinkStateStatus("n1", "North", "MASTER", "n1", "ab12", List.of("n2"), List.of(), List.of());

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<LinkStates> states = new Gate<>("link state", Duration.ofMillis(20), 10, Runnable::run);
    private final Gate<Membership> membership = new Gate<>("membership", Duration.ofMillis(20), 10, Runnable::run);
    private final LinkStateUseCases admin = new LinkStateUseCases(states, membership, events, Duration.ofSeconds(2));

    @Test
    void stateIsSeenKeptAndReadAgain() {
        states.bind(new OneMaster());
        assertEquals(new Answer.Ok<>(STATUS), admin.status());
        assertEquals(new Answer.Ok<>(TwoGroups.MAP), admin.map());
        assertEquals(new Answer.Ok<>("map ab12"), admin.write(TwoGroups.MAP));
        assertEquals(new Answer.Ok<>(TwoGroups.MAP), admin.read("map ab12"));
        assertEquals(new Answer.Refused<>("That is no map."), admin.read("nonsense"));
        assertTrue(events.types().isEmpty());
    }

    @Test
    void onlyWhatIsDoneIsRecorded() {
        states.bind(new OneMaster());
        membership.bind(new Joining());
        assertEquals(new Answer.Refused<>("No group West."), admin.moveMaster("West", "n2"));
        assertTrue(events.types().isEmpty());
        assertEquals(new Answer.Ok<>("n2 is master."), admin.moveMaster("North", "n2"));
        assertEquals(new Answer.Ok<>("Joined."), admin.join());
        assertEquals(List.of(AdminEvent.MASTER_MOVED, AdminEvent.SERVER_JOINED), events.types());
    }

    @Test
    void aServerWithoutADirectoryIsToldWhatToDo() {
        for (Answer<?> answer : List.of(admin.status(), admin.join())) {
            String reason = assertInstanceOf(Answer.Refused.class, answer).reason();
            assertTrue(reason.contains("is stopped or being replaced") && reason.contains("directory:status"), reason);
        }
        assertTrue(events.types().isEmpty());
    }

    private static final class Joining implements Membership {
        @Override
        public AutoCloseable watch(Consumer<Members> listener) {
            throw new AssertionError("nobody watches");
        }

        @Override
        public CompletionStage<Answer<String>> join() {
            return CompletableFuture.completedStage(new Answer.Ok<>("Joined."));
        }
    }

    private static final class OneMaster implements LinkStates {
        @Override
        public OrganizationMap map() {
            return TwoGroups.MAP;
        }

        @Override
        public AutoCloseable watch(Consumer<OrganizationMap> listener) {
            throw new AssertionError("nobody watches");
        }

        @Override
        public void failed(UUID connector, String reason) {
            throw new AssertionError("no link is reported");
        }

        @Override
        public void reached(UUID connector) {
            throw new AssertionError("no link is reported");
        }

        @Override
        public LinkStateStatus status() {
            return STATUS;
        }

        @Override
        public CompletionStage<Answer<String>> moveMaster(String group, String server) {
            return CompletableFuture.completedStage(group.equals("North") ? new Answer.Ok<>(server + " is master.")
                    : new Answer.Refused<>("No group " + group + "."));
        }

        @Override
        public String write(OrganizationMap map) {
            return "map " + map.digest();
        }

        @Override
        public Answer<OrganizationMap> read(String text) {
            return text.equals("map ab12") ? new Answer.Ok<>(TwoGroups.MAP) : new Answer.Refused<>("That is no map.");
        }
    }
}
