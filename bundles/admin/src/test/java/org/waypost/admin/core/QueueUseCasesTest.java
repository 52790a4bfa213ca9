package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.MessagePreview;
import org.waypost.admin.Task;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.OutboundHold;
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
        assertEquals(Answer.Refused.unknown(sentence), admin.find(MessageFilter.inQueue("smtp:foo"), Optional.empty(), 10));
        assertTrue(events.types().isEmpty());
    }

    @Test
    void queuesAndMessagesAreShown() {
        gate.bind(queue);
        assertEquals(new Answer.Ok<>(OneQueue.STATUS), admin.queue("smtp:a"));
        assertEquals(new Answer.Ok<>(List.of(OneQueue.STATUS)), admin.queues());
        assertEquals(new Answer.Ok<>(new MessagePage(List.of(message(1), message(2)), Optional.of(new MessageId(2)))),
                admin.find(MessageFilter.inQueue("smtp:a"), Optional.empty(), 2));
        assertEquals(new Answer.Ok<>(new MessagePage(List.of(message(3)), Optional.empty())),
                admin.find(MessageFilter.ALL, Optional.of(new MessageId(2).toString()), 2));
        assertTrue(reason(admin.find(MessageFilter.ALL, Optional.empty(), 0)).contains("from 1 to"));
        assertTrue(reason(admin.find(MessageFilter.ALL, Optional.of("x"), 1)).contains("not a queue id"));
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
    void aDisabledQueueIsNotTriedAndSaysHowToEnableIt() {
        gate.bind(queue);
        queue.state = QueueState.DISABLED;
        assertTrue(reason(admin.retry("smtp:a")).contains("queue:enable smtp:a"));
        assertTrue(((Answer.Ok<String>) admin.enable("smtp:a")).value().contains("all outbound mail is"));
        assertEquals(List.of("enable"), queue.done);
    }

    @Test
    void outboundMailIsDisabledWithTheNameOfWhoWantedIt() {
        gate.bind(queue);
        assertInstanceOf(Answer.Ok.class, admin.disableOutbound());
        assertInstanceOf(Answer.Ok.class, admin.enableOutbound());
        assertEquals(List.of("disableOutbound the server", "enableOutbound"), queue.done);
        assertEquals(List.of(AdminEvent.OUTBOUND_DISABLED, AdminEvent.OUTBOUND_ENABLED), events.types());
    }

    @Test
    void whatAFilterMeansIsDeletedPageByPage() {
        gate.bind(queue);
        assertTrue(reason(admin.deleteMatching(MessageFilter.ALL, false)).startsWith("Say which messages"));
        Task task = ((Answer.Ok<Task>) admin.deleteMatching(MessageFilter.inQueue("smtp:a"), false)).value();
        String end = "6 recipients of 3 messages deleted.";
        assertEquals(Optional.of(new Answer.Ok<>(end)), task.await(Duration.ofSeconds(2)));
        assertEquals(end, task.progress());
        assertEquals(List.of("delete 1", "delete 2", "delete 3"), queue.done);
        assertEquals(List.of(AdminEvent.MESSAGES_DELETED, AdminEvent.TASK_DONE), events.types());
        assertTrue(events.all().get(1).parameters().contains("6 recipients of 3 messages deleted"), events.all().toString());
    }

    @Test
    void whatFailsHalfWayTellsHowFarItCame() {
        gate.bind(queue);
        queue.failsAfter = 2;
        Task task = ((Answer.Ok<Task>) admin.deleteMatching(MessageFilter.inQueue("smtp:a"), false)).value();
        String end = reason(task.await(Duration.ofSeconds(2)).orElseThrow());
        assertTrue(end.contains("no disk") && end.endsWith("Before that: 4 recipients of 2 messages deleted."), end);
        assertEquals(List.of(AdminEvent.MESSAGES_DELETED, AdminEvent.TASK_FAILED), events.types());
        List<Object> told = events.all().get(1).parameters();
        assertEquals(List.of("delete all recipients with queue smtp:a", "the server", "begun"), told.subList(0, 3));
        assertTrue(told.get(3).toString().endsWith("4 recipients of 2 messages deleted"), told.toString());
    }

    @Test
    void whoReadsAMessageIsRecorded() {
        gate.bind(queue);
        MessagePreview preview = ((Answer.Ok<MessagePreview>) admin.preview(new MessageId(3).toString())).value();
        assertEquals(List.of(new MessagePreview.Field("Subject", "<script>")), preview.fields());
        assertEquals("Hello", preview.text().trim());
        assertTrue(preview.cut());
        assertEquals(List.of(AdminEvent.MESSAGE_READ), events.types());
        assertTrue(reason(admin.preview(new MessageId(9).toString())).startsWith("There is no message"));
    }

    private static QueuedMessage message(long id) {
        Message message = new Message(new MessageId(id), new ContentId(id), 100, Optional.empty(), Instant.EPOCH, BodyType.SEVEN_BIT, false,
                Optional.empty(), Optional.empty(), Origin.HERE);
        return new QueuedMessage(message, List.of());
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
        long failsAfter = Long.MAX_VALUE;
        QueueState state = QueueState.READY;

        @Override
        public CompletionStage<List<QueueStatus>> queues() {
            return silent ? new CompletableFuture<>() : CompletableFuture.completedStage(List.of(new QueueStatus("smtp:a", state, 0, 0,
                    Optional.empty(), Optional.empty(), 0, "")));
        }

        /** One message a page. */
        @Override
        public CompletionStage<MessagePage> find(MessageFilter filter, Optional<MessageId> after, int limit) {
            long id = after.map(MessageId::value).orElse(0L) + 1;
            if (id > failsAfter) {
                return CompletableFuture.failedStage(new IllegalStateException("no disk"));
            }
            return CompletableFuture.completedStage(new MessagePage(List.of(QueueUseCasesTest.message(id)),
                    id < 3 ? Optional.of(new MessageId(id)) : Optional.empty()));
        }

        @Override
        public CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
            return CompletableFuture.completedStage(Optional.of(QueueUseCasesTest.message(id.value())).filter(m -> id.value() == 3));
        }

        @Override
        public CompletionStage<Optional<ByteBuffer>> content(MessageId id, int max) {
            return CompletableFuture.completedStage(Optional.of(StandardCharsets.US_ASCII.encode("Subject: <script>\r\n\r\nHello\r\n")));
        }

        @Override
        public CompletionStage<Integer> retry(MessageId id, MessageFilter which) {
            return CompletableFuture.completedStage(0);
        }

        @Override
        public CompletionStage<Boolean> retry(String queue) {
            return act("retry", queue);
        }

        @Override
        public CompletionStage<Integer> retryAll() {
            return CompletableFuture.completedStage(1);
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
        public CompletionStage<Boolean> disable(String queue) {
            return act("disable", queue);
        }

        @Override
        public CompletionStage<Boolean> enable(String queue) {
            return act("enable", queue);
        }

        @Override
        public CompletionStage<Void> disableOutbound(String by) {
            done.add("disableOutbound " + by);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> enableOutbound() {
            done.add("enableOutbound");
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Optional<OutboundHold>> outboundHold() {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public CompletionStage<Integer> delete(MessageId id, MessageFilter which, boolean notifySender) {
            if (which.queue().isPresent()) {
                done.add("delete " + id.value());
            } else if (id.equals(ID)) {
                done.add("delete " + notifySender);
            } else {
                return CompletableFuture.completedStage(0);
            }
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
