package org.waypost.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.admin.Answer;
import org.waypost.admin.MessagePreview;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.Task;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.smtp.VirtualServerStatus;

/** Two queues, a message and a virtual server; each change is a line of {@link #done}. */
final class MailAdmins implements QueueAdmin, ServerAdmin {
    static final String HOSTILE = "</script>\"'\\\u0000\u001b[31m\u2028\ud83d\ude00\ud800&";
    static final MessageId ID = new MessageId(1L << 40);
    private static final Instant TIME = Instant.parse("2026-02-01T00:00:00Z");

    final List<String> done = new CopyOnWriteArrayList<>();
    volatile MessageFilter asked = MessageFilter.ALL;

    private final List<QueueStatus> queues = List.of(
            new QueueStatus("smtp:example.net", QueueState.RETRY, 1, 1000, Optional.of(TIME), Optional.empty(), 0, HOSTILE),
            new QueueStatus("deferred", QueueState.READY, 0, 0, Optional.empty(), Optional.empty(), 0, ""));

    @Override
    public Answer<List<QueueStatus>> queues() {
        return new Answer.Ok<>(queues);
    }

    @Override
    public Answer<QueueStatus> queue(String name) {
        return queues.stream().filter(queue -> queue.name().equals(name)).findFirst().<Answer<QueueStatus>>map(Answer.Ok::new)
                .orElseGet(() -> Answer.Refused.unknown("There is no queue " + name + "."));
    }

    @Override
    public Answer<String> retry(String queue) {
        return change("retry", queue);
    }

    @Override
    public Answer<String> freeze(String queue) {
        return change("freeze", queue);
    }

    @Override
    public Answer<String> unfreeze(String queue) {
        return change("unfreeze", queue);
    }

    @Override
    public Answer<String> retryAll() {
        return done("retry all");
    }

    @Override
    public Answer<String> disable(String queue) {
        return change("disable", queue);
    }

    @Override
    public Answer<String> enable(String queue) {
        return change("enable", queue);
    }

    @Override
    public Answer<String> disableOutbound() {
        return done("disable outbound");
    }

    @Override
    public Answer<String> enableOutbound() {
        return done("enable outbound");
    }

    @Override
    public Answer<Optional<OutboundHold>> outboundHold() {
        return new Answer.Ok<>(Optional.of(new OutboundHold(TIME, "ada")));
    }

    @Override
    public Answer<Task> deleteMatching(MessageFilter filter, boolean notifySender) {
        done.add("delete " + filter + " " + notifySender);
        return new Answer.Refused<>("Not here.");
    }

    @Override
    public Answer<Task> retryMatching(MessageFilter filter) {
        done.add("retry " + filter);
        return new Answer.Refused<>("Not here.");
    }

    @Override
    public Answer<MessagePreview> preview(String id) {
        return new Answer.Ok<>(new MessagePreview(ID, 1000, List.of(new MessagePreview.Field("Subject", HOSTILE)), "text/plain", HOSTILE, true));
    }

    private Answer<String> change(String verb, String queue) {
        return queue(queue) instanceof Answer.Refused<QueueStatus> no ? no.forwarded() : done(verb + " " + queue);
    }

    private Answer<String> done(String what) {
        done.add(what);
        return new Answer.Ok<>("Done: " + what + ".");
    }

    @Override
    public Answer<MessagePage> find(MessageFilter filter, Optional<String> after, int limit) {
        asked = filter;
        return new Answer.Ok<>(after.isEmpty() ? new MessagePage(List.of(message()), Optional.of(ID)) : new MessagePage(List.of(), Optional.empty()));
    }

    @Override
    public Answer<QueuedMessage> message(String id) {
        return id.equals(ID.toString()) ? new Answer.Ok<>(message()) : Answer.Refused.unknown("There is no message " + id + ".");
    }

    @Override
    public Answer<String> delete(String id, boolean notifySender) {
        return id.equals(ID.toString()) ? done("delete " + id + " " + notifySender)
                : new Answer.Refused<>("Nothing of message " + id + " was deleted.");
    }

    private static QueuedMessage message() {
        Message message = new Message(ID, new ContentId(1), 1000, Optional.of(Address.of("a@example.com")), TIME, BodyType.SEVEN_BIT,
                false, Optional.empty(), Optional.of(HOSTILE), Origin.HERE);
        Recipient recipient = new Recipient(0, Recipient.NO_PARENT, Address.of("b@example.net"), Optional.empty(), Set.of(),
                Recipient.Progress.NEW);
        return new QueuedMessage(message, List.of(new QueuedMessage.Place(recipient, "smtp:example.net", QueueState.RETRY)));
    }

    @Override
    public Answer<List<VirtualServerStatus>> servers() {
        return new Answer.Ok<>(List.of(new VirtualServerStatus("default", "STARTED", List.of("[::]:25"), 3, List.of())));
    }

    @Override
    public Answer<String> start(String server) {
        return done("start " + server);
    }

    @Override
    public Answer<String> stop(String server) {
        return done("stop " + server);
    }

    @Override
    public Answer<String> pause(String server) {
        return done("pause " + server);
    }
}
