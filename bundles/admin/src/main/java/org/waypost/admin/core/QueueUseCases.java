package org.waypost.admin.core;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.admin.MessagePreview;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.Task;
import org.waypost.event.EventLog;
import org.waypost.format.message.Preview;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.service.Gate;
import org.waypost.text.Counted;

/** Queues and messages for people, over the queuing engine of the moment. */
public class QueueUseCases extends UseCases<Queue> implements QueueAdmin {
    private static final int MAX_LIMIT = 100_000;
    /** Octets of a message that are read for a preview. */
    private static final int PREVIEWED = 64 * 1024;

    /** How long a search goes on. */
    private final Duration longest;

    /** @param wait for the engine's answer, positive */
    public QueueUseCases(Gate<Queue> queue, EventLog events, Duration wait) {
        super("The queuing engine", queue, events, wait);
        longest = wait.dividedBy(2);
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
        return Answers.then(queue(name), before -> before.state() == QueueState.DISABLED ? disabled(name)
                : change(name, q -> q.retry(name), AdminEvent.QUEUE_RETRIED, "The queue " + name + " is tried now."));
    }

    @Override
    public Answer<String> retryAll() {
        return ask(Queue::retryAll, count -> {
            events().changed(AdminEvent.QUEUES_RETRIED, "waiting", count + " tried");
            return new Answer.Ok<>(Counted.of(count, "queue is", "queues are") + " tried now; those that are frozen or disabled are not.");
        });
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
    public Answer<String> disable(String name) {
        return change(name, q -> q.disable(name), AdminEvent.QUEUE_DISABLED,
                "The queue " + name + " is disabled: nothing leaves it, and it is not tried, until it is enabled.");
    }

    @Override
    public Answer<String> enable(String name) {
        return Answers.then(change(name, q -> q.enable(name), AdminEvent.QUEUE_ENABLED, ""),
                nothing -> Answers.then(queue(name), after -> new Answer.Ok<>(switch (after.state()) {
                    case DISABLED -> "The queue " + name + " is no longer disabled by itself, but all outbound mail is;"
                            + " queue:enable --all-outbound lets it go on.";
                    case FROZEN -> "The queue " + name + " is no longer disabled, but it is frozen; queue:unfreeze " + name + " lets it go on.";
                    default -> "The queue " + name + " goes on.";
                })));
    }

    @Override
    public Answer<String> disableOutbound() {
        String who = Caller.name();
        return outbound(q -> q.disableOutbound(who), AdminEvent.OUTBOUND_DISABLED, "Outbound mail is disabled: nothing leaves for another"
                + " server until it is enabled. Mail still comes, and local delivery goes on.");
    }

    @Override
    public Answer<String> enableOutbound() {
        return outbound(Queue::enableOutbound, AdminEvent.OUTBOUND_ENABLED, "Outbound mail goes on.");
    }

    private Answer<String> outbound(Function<Queue, CompletionStage<Void>> action, AdminEvent event, String done) {
        Answer<Optional<OutboundHold>> before = outboundHold();
        return ask(action, nothing -> {
            events().changed(event, outbound(before), event == AdminEvent.OUTBOUND_DISABLED ? "disabled" : "enabled");
            return new Answer.Ok<>(done);
        });
    }

    private static String outbound(Answer<Optional<OutboundHold>> before) {
        return before instanceof Answer.Ok<Optional<OutboundHold>> ok
                ? ok.value().map(hold -> "disabled since " + hold.since() + " by " + hold.by()).orElse("enabled") : Audit.NOTHING;
    }

    @Override
    public Answer<Optional<OutboundHold>> outboundHold() {
        return ask(Queue::outboundHold, Answer.Ok::new);
    }

    @Override
    public Answer<MessagePage> find(MessageFilter filter, Optional<String> after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            return new Answer.Refused<>("The limit must be from 1 to " + MAX_LIMIT + ", not " + limit + ".");
        }
        if (filter.queue().isPresent() && queue(filter.queue().get()) instanceof Answer.Refused<QueueStatus> refused) {
            return refused.forwarded();
        }
        return after.isEmpty() ? find(filter, new MessagePage(List.of(), Optional.empty()), limit)
                : withId(after.get(), id -> find(filter, new MessagePage(List.of(), Optional.of(id)), limit));
    }

    /** The engine looks at some thousands at a time: it is asked again until there are enough or it took long enough. */
    private Answer<MessagePage> find(MessageFilter filter, MessagePage begin, int limit) {
        long end = System.nanoTime() + longest.toNanos();
        List<QueuedMessage> found = new ArrayList<>();
        Optional<MessageId> next = begin.next();
        do {
            Optional<MessageId> after = next;
            Answer<MessagePage> page = ask(q -> q.find(filter, after, limit - found.size()), Answer.Ok::new);
            if (page instanceof Answer.Refused<MessagePage>) {
                return page;
            }
            found.addAll(((Answer.Ok<MessagePage>) page).value().messages());
            next = ((Answer.Ok<MessagePage>) page).value().next();
        } while (next.isPresent() && found.size() < limit && System.nanoTime() < end);
        return new Answer.Ok<>(new MessagePage(found, next));
    }

    @Override
    public Answer<QueuedMessage> message(String id) {
        return withId(id, messageId -> ask(q -> q.message(messageId),
                found -> found.<Answer<QueuedMessage>>map(Answer.Ok::new).orElseGet(() -> unknown(messageId))));
    }

    @Override
    public Answer<MessagePreview> preview(String id) {
        return Answers.then(message(id), queued -> {
            Message message = queued.message();
            return ask(q -> q.content(message.id(), PREVIEWED), content -> content
                    .<Answer<MessagePreview>>map(start -> new Answer.Ok<>(preview(message, start))).orElseGet(() -> unknown(message.id())));
        });
    }

    private MessagePreview preview(Message message, ByteBuffer start) {
        events().changed(AdminEvent.MESSAGE_READ, Audit.NOTHING, Audit.NOTHING, message.id(),
                message.sender().map(Address::toString).orElse(""));
        Preview preview = Preview.of(start);
        List<MessagePreview.Field> fields = preview.fields().stream().map(f -> new MessagePreview.Field(f.name(), f.value())).toList();
        return new MessagePreview(message.id(), message.size(), fields, preview.part(), preview.text(), message.size() > start.remaining());
    }

    @Override
    public Answer<String> delete(String id, boolean notifySender) {
        return withId(id, messageId -> ask(q -> q.delete(messageId, MessageFilter.ALL, notifySender),
                count -> deleted(messageId, count, notifySender)));
    }

    @Override
    public Answer<Task> deleteMatching(MessageFilter filter, boolean notifySender) {
        return matching(filter, "delete", BulkRun.DELETE, (q, message) -> q.delete(message, filter, notifySender),
                () -> events().changed(AdminEvent.MESSAGES_DELETED, "in the queues", "being deleted", BulkRun.words(filter),
                        notifySender ? "yes" : "no"));
    }

    @Override
    public Answer<Task> retryMatching(MessageFilter filter) {
        return matching(filter, "try", BulkRun.RETRY, (q, message) -> q.retry(message, filter),
                () -> events().changed(AdminEvent.MESSAGES_RETRIED, "waiting", "being tried", BulkRun.words(filter)));
    }

    private Answer<Task> matching(MessageFilter filter, String what, String done,
            BiFunction<Queue, MessageId, CompletionStage<Integer>> action, Runnable event) {
        if (filter.equals(MessageFilter.ALL)) {
            return new Answer.Refused<>("Say which messages are meant: by queue, sender, recipient, state or age. Nothing was done.");
        }
        if (filter.queue().isPresent() && queue(filter.queue().get()) instanceof Answer.Refused<QueueStatus> refused) {
            return refused.forwarded();
        }
        event.run();
        BulkRun run = new BulkRun(gate(), filter.acceptedBefore(Instant.now()), done, action);
        return going(what + " all recipients with " + BulkRun.words(filter), run.begin(), nothing -> new Answer.Ok<>(run.progress()),
                run::progress, run::progress);
    }

    private Answer<String> deleted(MessageId id, int count, boolean notifySender) {
        if (count == 0) {
            return new Answer.Refused<>("Nothing of message " + id + " was deleted: it is not in the queues, or all its"
                    + " recipients are being delivered at this moment; message:show " + id + " tells which.");
        }
        events().changed(AdminEvent.MESSAGE_DELETED, "in the queues", "deleted", id, count, notifySender ? "yes" : "no");
        return new Answer.Ok<>(Counted.of(count, "recipient") + " of message " + id + " deleted"
                + (notifySender ? "; the sender gets a DSN." : ", without a DSN."));
    }

    private Answer<String> change(String name, Function<Queue, CompletionStage<Boolean>> action, AdminEvent event, String done) {
        return Answers.then(queue(name), before -> ask(action, found -> {
            if (!found) {
                return noQueue(name);
            }
            Object after = queue(name) instanceof Answer.Ok<QueueStatus> ok ? ok.value().state() : Audit.NOTHING;
            events().changed(event, before.state(), after, name);
            return new Answer.Ok<>(done);
        }));
    }

    private static <T> Answer<T> disabled(String name) {
        return new Answer.Refused<>("The queue " + name + " is disabled, so it is not tried. Enable it first: queue:enable " + name
                + ", or queue:enable --all-outbound if all outbound mail is disabled.");
    }

    private static <T> Answer<T> unknown(MessageId id) {
        return Answer.Refused.unknown("There is no message " + id + " in the queues; message:list shows those that are.");
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
