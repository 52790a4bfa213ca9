package org.waypost.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
import org.waypost.text.Counted;

/** A thousand queues, some of which do badly, and three virtual servers. */
final class SampleMail implements QueueAdmin, ServerAdmin {
    private static final int QUEUES = 1000;
    private static final int MESSAGES = 300;
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    private final Instant start;
    private final Map<String, QueueStatus> queues = new ConcurrentHashMap<>();
    private final Map<String, VirtualServerStatus> servers = new TreeMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    private volatile Optional<OutboundHold> outbound = Optional.empty();

    SampleMail(InstantSource clock) {
        start = clock.instant();
        for (String name : List.of("submission", "categorize", "route", "unreachable", "deferred")) {
            put(new QueueStatus(name, QueueState.READY, 0, 0, Optional.empty(), Optional.empty(), 0, ""));
        }
        for (int i = 0; i < QUEUES; i++) {
            put(queue(i));
        }
        servers.put("default", new VirtualServerStatus("default", "STARTED", List.of("[::]:25", "[::]:587"), 12, List.of()));
        servers.put("partners", new VirtualServerStatus("partners", "STARTED", List.of(), 0, List.of("Port 2525 of 192.0.2.7 is in use"
                + " by another process. Free it or choose another port for this virtual server.")));
        servers.put("internal", new VirtualServerStatus("internal", "PAUSED", List.of("10.0.0.1:25"), 3, List.of()));
    }

    private void put(QueueStatus queue) {
        queues.put(queue.name(), queue);
    }

    private QueueStatus queue(int i) {
        QueueState state = i % 50 == 0 ? QueueState.RETRY : i % 97 == 0 ? QueueState.FROZEN : i % 11 == 0 ? QueueState.ACTIVE
                : i % 193 == 0 ? QueueState.REMOTE : QueueState.READY;
        boolean waits = state == QueueState.RETRY;
        return new QueueStatus("smtp:host" + i + ".example.net", state, MESSAGES + i, (MESSAGES + i) * 40_000L,
                Optional.of(start.minus(Duration.ofMinutes(7L + i))), waits ? Optional.of(start.plus(Duration.ofMinutes(9))) : Optional.empty(),
                state == QueueState.ACTIVE ? 2 : 0, waits ? "connection to mx" + i + ".example.net [192.0.2.9]:25 refused: 451 4.7.1 try"
                + " again later " + (i == 0 ? HOSTILE : "") : "");
    }

    @Override
    public Answer<List<QueueStatus>> queues() {
        return new Answer.Ok<>(queues.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList());
    }

    @Override
    public Answer<QueueStatus> queue(String name) {
        return queues.containsKey(name) ? new Answer.Ok<>(queues.get(name)) : Answer.Refused.unknown("There is no queue " + name + ".");
    }

    @Override
    public Answer<String> retry(String queue) {
        return become(queue, QueueState.ACTIVE, "is tried now");
    }

    @Override
    public Answer<String> freeze(String queue) {
        return become(queue, QueueState.FROZEN, "is frozen");
    }

    @Override
    public Answer<String> unfreeze(String queue) {
        return become(queue, QueueState.READY, "goes on");
    }

    @Override
    public Answer<String> retryAll() {
        return new Answer.Ok<>(queues.size() + " queues are tried now.");
    }

    @Override
    public Answer<String> disable(String queue) {
        return become(queue, QueueState.DISABLED, "is disabled");
    }

    @Override
    public Answer<String> enable(String queue) {
        return become(queue, QueueState.READY, "goes on");
    }

    @Override
    public Answer<String> disableOutbound() {
        outbound = Optional.of(new OutboundHold(start, "ada"));
        return new Answer.Ok<>("Outbound mail is disabled.");
    }

    @Override
    public Answer<String> enableOutbound() {
        outbound = Optional.empty();
        return new Answer.Ok<>("Outbound mail goes on.");
    }

    @Override
    public Answer<Optional<OutboundHold>> outboundHold() {
        return new Answer.Ok<>(outbound);
    }

    private Answer<String> become(String name, QueueState state, String said) {
        queues.computeIfPresent(name, (key, old) -> new QueueStatus(name, state, old.messages(), old.octets(), old.oldest(),
                Optional.empty(), 0, ""));
        return queue(name) instanceof Answer.Refused<QueueStatus> no ? no.forwarded() : new Answer.Ok<>("The queue " + name + " " + said + ".");
    }

    @Override
    public Answer<MessagePage> find(MessageFilter filter, Optional<String> after, int limit) {
        List<QueuedMessage> found = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            QueuedMessage message = message(i, filter.queue().orElse("smtp:host0.example.net"));
            String id = message.message().id().toString();
            if (!deleted.contains(id) && after.map(last -> id.compareTo(last) > 0).orElse(true) && isMeant(message, filter)) {
                found.add(message);
            }
        }
        List<QueuedMessage> page = found.subList(0, Math.min(limit, found.size()));
        return new Answer.Ok<>(new MessagePage(page, page.size() == found.size() ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).message().id())));
    }

    private static boolean isMeant(QueuedMessage message, MessageFilter filter) {
        String sender = message.message().sender().map(Address::toString).orElse("<>");
        QueuedMessage.Place to = message.recipients().get(0);
        return filter.sender().map(sender::contains).orElse(true) && filter.recipient().map(to.recipient().address().toString()::contains).orElse(true)
                && filter.state().map(to.state()::equals).orElse(true) && filter.before().map(message.message().arrived()::isBefore).orElse(true);
    }

    @Override
    public Answer<Task> deleteMatching(MessageFilter filter, boolean notifySender) {
        List<QueuedMessage> meant = ((Answer.Ok<MessagePage>) find(filter, Optional.empty(), MESSAGES)).value().messages();
        meant.forEach(message -> deleted.add(message.message().id().toString()));
        return new Answer.Ok<>(new Ended(Counted.of(meant.size(), "recipient") + " of " + Counted.of(meant.size(), "message") + " deleted."));
    }

    @Override
    public Answer<Task> retryMatching(MessageFilter filter) {
        return new Answer.Ok<>(new Ended("1 recipient of 1 message tried."));
    }

    private record Ended(String progress) implements Task {
        @Override
        public Optional<Answer<String>> await(Duration length) {
            return Optional.of(new Answer.Ok<>(progress));
        }
    }

    @Override
    public Answer<MessagePreview> preview(String id) {
        return new Answer.Ok<>(new MessagePreview(MessageId.parse(id), 70_000, List.of(new MessagePreview.Field("From", "user@example.com"),
                new MessagePreview.Field("Subject", HOSTILE)), "text/plain", "Hello,\n\n" + HOSTILE + "\n", true));
    }

    private QueuedMessage message(int i, String queue) {
        Message message = new Message(new MessageId((1L << 40) + i), new ContentId(i), 4000L * (i + 1), i % 9 == 0 ? Optional.empty()
                : Optional.of(Address.of("user" + i + "@example.com")), start.minus(Duration.ofMinutes(i)), BodyType.SEVEN_BIT, false,
                Optional.empty(), Optional.of(HOSTILE), Origin.HERE);
        Recipient recipient = new Recipient(0, Recipient.NO_PARENT, Address.of("b" + i + "@host0.example.net"), Optional.empty(), Set.of(),
                Recipient.Progress.NEW);
        return new QueuedMessage(message, List.of(new QueuedMessage.Place(recipient, queue, QueueState.RETRY)));
    }

    @Override
    public Answer<QueuedMessage> message(String id) {
        return ((Answer.Ok<MessagePage>) find(MessageFilter.ALL, Optional.empty(), MESSAGES)).value().messages().stream()
                .filter(message -> message.message().id().toString().equals(id)).findFirst().<Answer<QueuedMessage>>map(Answer.Ok::new)
                .orElseGet(() -> Answer.Refused.unknown("There is no message " + id + "."));
    }

    @Override
    public Answer<String> delete(String id, boolean notifySender) {
        return deleted.add(id) ? new Answer.Ok<>("Message " + id + " is deleted.") : Answer.Refused.unknown("There is no message " + id + ".");
    }

    @Override
    public Answer<List<VirtualServerStatus>> servers() {
        return new Answer.Ok<>(List.copyOf(new LinkedHashMap<>(servers).values()));
    }

    @Override
    public Answer<String> start(String server) {
        return steer(server, "STARTED");
    }

    @Override
    public Answer<String> stop(String server) {
        return steer(server, "STOPPED");
    }

    @Override
    public Answer<String> pause(String server) {
        return steer(server, "PAUSED");
    }

    private Answer<String> steer(String name, String state) {
        VirtualServerStatus old = servers.get(name);
        if (old == null) {
            return Answer.Refused.unknown("There is no virtual server " + name + ".");
        }
        servers.put(name, new VirtualServerStatus(name, state, old.listening(), old.connections(), old.problems()));
        return new Answer.Ok<>("The virtual server " + name + " is " + state.toLowerCase() + ".");
    }
}
