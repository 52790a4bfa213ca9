package org.waypost.linkstate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.linkstate.Membership.Members;

class LateMembersTest {
    private static final Members BERLIN = new Members(Optional.empty(), Map.of("01", "berlin"));
    private static final Members PARIS = new Members(Optional.empty(), Map.of("02", "paris"));

    private final List<Members> heard = new ArrayList<>();
    private final LateMembers members = new LateMembers(this::hear);

    @Test
    void theLastOnesStayInForceWhileTheServiceIsAway() {
        assertEquals(Members.NONE, members.get());
        Told first = new Told(BERLIN);
        members.bind(first);
        members.unbind(first);
        assertTrue(first.listeners.isEmpty(), "the watch is closed");
        assertEquals(BERLIN, members.get());
    }

    @Test
    void aReplacementThatKnowsTheSameIsNotNoticed() {
        Told first = new Told(BERLIN);
        members.bind(first);
        members.unbind(first);
        members.bind(new Told(BERLIN));
        assertEquals(List.of(BERLIN), heard);
    }

    @Test
    void whatTheServiceBeforeTellsCountsNoMore() {
        Told first = new Told(BERLIN);
        Told second = new Told(BERLIN);
        members.bind(first);
        members.bind(second);
        first.tell(PARIS);
        assertEquals(BERLIN, members.get());
        members.unbind(first);
        second.tell(PARIS);
        assertEquals(List.of(BERLIN, PARIS), heard);
    }

    private void hear() {
        heard.add(members.get());
    }

    private static final class Told implements Membership {
        private final List<Consumer<Members>> listeners = new ArrayList<>();
        private final Members first;

        Told(Members first) {
            this.first = first;
        }

        void tell(Members next) {
            listeners.forEach(listener -> listener.accept(next));
        }

        @Override
        public AutoCloseable watch(Consumer<Members> listener) {
            listeners.add(listener);
            listener.accept(first);
            return () -> listeners.remove(listener);
        }

        @Override
        public CompletionStage<Answer<String>> join() {
            throw new AssertionError("nobody joins");
        }
    }
}
