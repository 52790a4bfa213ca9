package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.admin.QueueAdmin;
import org.waypost.event.EventLog;
import org.waypost.mail.MessageId;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.service.Gate;

/** Queues and messages for people, over the queuing engine of the moment. */
public class QueueUseCases extends UseCases<Queue> implements QueueAdmin {
    private static final int MAX_LIMIT = 100_000;

    /** @param wait for the engine's answer, positive */
    public QueueUseCases(Gate<Queue> queue, EventLog events, Duration wait) {
        super("The queuing engine", queue, events, wait);
    }

    @Override
    public Answer<List<QueueStatus>> queues() {
        return ask(Queue::queues, Answer.Ok::new);
    }

    @Override
    public Answer<QueueStatus> queue(String name) {
        Objects.requireNonNull(name);
        return ask(Queue::queues, all -> all.stream().filter(q -> q.name().equals(name)).findFirst()
                .<Answer<QueueStatus>>map(Answer.Ok::new).orElseGet(() -> noQueue(name)));
    }

    @Override
    public Answer<String> retry(String name) {
        return change(name, q -> q.retry(name), AdminEvent.QUEUE_RETRIED, "The queue " + name + " is tried now.");
    }

    @Override
    public Answer<String> freeze(String name) {
        return change(name, q -> q.freeze(name), AdminEvent.QUEUE_FROZEN,
                "The queue " + name + " is frozen: nothing leaves it until it is unfrozen.");
    }

    @Override
    public Answer<String> unfreeze(String name) {
        return change(name, q -> q.unfreeze(name), AdminEvent.QUEUE_UNFROZEN, "The queue " + name + " goes on.");
    }

    @Override
    public Answer<List<QueuedMessage>> messages(Optional<String> name, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            return new Answer.Refused<>("The limit must be from 1 to " + MAX_LIMIT + ", not " + limit + ".");
        }
        if (name.isPresent() && queue(name.get()) instanceof Answer.Refused<QueueStatus> refused) {
            return refused.forwarded();
        }
        return ask(q -> q.messages(name, limit), Answer.Ok::new);
    }

    @Override
    public Answer<QueuedMessage> message(String id) {
        return withId(id, messageId -> ask(q -> q.message(messageId),
                found -> found.<Answer<QueuedMessage>>map(Answer.Ok::new).orElseGet(() -> Answer.Refused.unknown(
                        "There is no message " + messageId + " in the queues; message:list shows those that are."))));
    }

    @Override
    public Answer<String> delete(String id, boolean notifySender) {
        return withId(id, messageId -> ask(q -> q.delete(messageId, notifySender),
                count -> deleted(messageId, count, notifySender)));
    }

    private Answer<String> deleted(MessageId id, int count, boolean notifySender) {
        if (count == 0) {
            return new Answer.Refused<>("Nothing of message " + id + " was deleted: it is not in the queues, or all its"
                    + " recipients are being delivered at this moment; message:show " + id + " tells which.");
        }
        events().report(AdminEvent.MESSAGE_DELETED, count, id, notifySender ? "yes" : "no");
        return new Answer.Ok<>((count == 1 ? "1 recipient" : count + " recipients") + " of message " + id + " deleted"
                + (notifySender ? "; the sender gets a DSN." : ", without a DSN."));
    }

    private Answer<String> change(String name, Function<Queue, CompletionStage<Boolean>> action, AdminEvent event, String done) {
        Objects.requireNonNull(name);
        return ask(action, found -> {
            if (!found) {
                return noQueue(name);
            }
            events().report(event, name);
            return new Answer.Ok<>(done);
        });
    }

    private static <T> Answer<T> noQueue(String name) {
        return Answer.Refused.unknown("There is no queue " + name + "; queue:list shows all.");
    }

    private static <T> Answer<T> withId(String id, Function<MessageId, Answer<T>> action) {
        MessageId parsed;
        try {
            parsed = MessageId.parse(id);
        } catch (IllegalArgumentException e) {
            return new Answer.Refused<>("\"" + id + "\" is not a queue id, which has 13 digits and letters; message:list shows them.");
        }
        return action.apply(parsed);
    }
}
