package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.mail.MessageId;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.service.Gate;

class QueueUseCasesTest {
    private static final MessageId ID = new MessageId(4711);

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<Queue> gate = new Gate<>("queue", Duration.ofMillis(20), 10, Runnable::run);
    private final QueueUseCases admin = new QueueUseCases(gate, events, Duration.ofSeconds(2));
    private final OneQueue queue = new OneQueue();

    @Test
    void anActionIsDoneRecordedAndAnswered() {
        gate.bind(queue);
        assertInstanceOf(Answer.Ok.class, admin.freeze("smtp:a"));
        assertInstanceOf(Answer.Ok.class, admin.unfreeze("smtp:a"));
        assertInstanceOf(Answer.Ok.class, admin.retry("smtp:a"));
        assertEquals(List.of("freeze", "unfreeze", "retry"), queue.done);
        assertEquals(List.of(AdminEvent.QUEUE_FROZEN, AdminEvent.QUEUE_UNFROZEN, AdminEvent.QUEUE_RETRIED), events.types());
    }

    @Test
    void anUnknownQueueIsNamedAndNothingRecorded() {
        gate.bind(queue);
        String sentence = "There is no queue smtp:foo; queue:list shows all.";
        assertEquals(Answer.Refused.unknown(sentence), admin.freeze("smtp:foo"));
        assertEquals(Answer.Refused.unknown(sentence), admin.queue("smtp:foo"));
        assertEquals(Answer.Refused.unknown(sentence), admin.messages(Optional.of("smtp:foo"), 10));
        assertTrue(events.types().isEmpty());
    }

    @Test
    void queuesAndMessagesAreShown() {
        gate.bind(queue);
        assertEquals(new Answer.Ok<>(OneQueue.STATUS), admin.queue("smtp:a"));
        assertEquals(new Answer.Ok<>(List.of(OneQueue.STATUS)), admin.queues());
        assertEquals(new Answer.Ok<>(List.of()), admin.messages(Optional.of("smtp:a"), 10));
        assertTrue(reason(admin.messages(Optional.empty(), 0)).contains("from 1 to"));
    }

    @Test
    void idsAreCheckedBeforeTheQueueIsAsked() {
        gate.bind(queue);
        assertTrue(reason(admin.message("<b>")).startsWith("\"<b>\" is not a queue id"));
        assertTrue(reason(admin.delete("1", true)).contains("is not a queue id"));
        assertTrue(reason(admin.message(new MessageId(1).toString())).startsWith("There is no message"));
    }

    @Test
    void deletingSaysHowManyAndWhetherTheSenderKnows() {
        gate.bind(queue);
        assertEquals(new Answer.Ok<>("2 recipients of message " + ID + " deleted, without a DSN."), admin.delete(ID.toString(), false));
        assertEquals(List.of("delete false"), queue.done);
        assertTrue(reason(admin.delete(new MessageId(1).toString(), true)).startsWith("Nothing of message"));
        assertEquals(List.of(AdminEvent.MESSAGE_DELETED), events.types());
    }

    @Test
    void aMissingOrSilentEngineIsSaidInASentence() {
        assertTrue(reason(admin.queues()).startsWith("The queuing engine is stopped or being replaced"));
        QueueUseCases hasty = new QueueUseCases(gate, events, Duration.ofMillis(10));
        gate.bind(queue);
        queue.silent = true;
        assertTrue(reason(hasty.queues()).startsWith("The queuing engine did not answer within"));
    }

    private static String reason(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).reason();
    }

    private static final class OneQueue implements Queue {
        static final QueueStatus STATUS = new QueueStatus("smtp:a", QueueState.READY, 0, 0, Optional.empty(), Optional.empty(), 0, "");
        final List<String> done = new ArrayList<>();
        boolean silent;

        @Override
        public CompletionStage<List<QueueStatus>> queues() {
            return silent ? new CompletableFuture<>() : CompletableFuture.completedStage(List.of(STATUS));
        }

        @Override
        public CompletionStage<List<QueuedMessage>> messages(Optional<String> queue, int limit) {
            return CompletableFuture.completedStage(List.of());
        }

        @Override
        public CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public CompletionStage<Boolean> retry(String queue) {
            return act("retry", queue);
        }

        @Override
        public CompletionStage<Boolean> freeze(String queue) {
            return act("freeze", queue);
        }

        @Override
        public CompletionStage<Boolean> unfreeze(String queue) {
            return act("unfreeze", queue);
        }

        @Override
        public CompletionStage<Integer> delete(MessageId id, boolean notifySender) {
            if (!id.equals(ID)) {
                return CompletableFuture.completedStage(0);
            }
            done.add("delete " + notifySender);
            return CompletableFuture.completedStage(2);
        }

        private CompletionStage<Boolean> act(String action, String queue) {
            boolean known = queue.equals("smtp:a");
            if (known) {
                done.add(action);
            }
            return CompletableFuture.completedStage(known);
        }
    }
}
