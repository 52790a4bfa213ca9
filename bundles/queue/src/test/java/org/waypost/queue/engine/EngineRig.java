package org.waypost.queue.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.categorizer.Categorizer;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.metrics.LateMeter;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.dsn.Badmail;
import org.waypost.queue.dsn.DsnComposer;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router;
import org.waypost.routing.Router.Route;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.spool.MemorySpool;
import org.waypost.testkit.time.ManualClock;

/**
 * An engine without threads: every answer waits in a list until {@link #run}, time stands still until
 * {@link #pass}. Recipients at {@code here.example} are local, all others go to their domain.
 */
final class EngineRig {
    final ManualClock clock = new ManualClock();
    final MemorySpool memory = new MemorySpool(clock);
    final RecordedEvents events = new RecordedEvents();
    final LateMeter meter = new LateMeter();
    final RecordedTracking tracking = new RecordedTracking();
    final FakeAgent smtp = new FakeAgent();
    final FakeAgent maildir = new FakeAgent();
    final Map<String, List<String>> aliases = new HashMap<>();
    final Map<String, Verdict> verdicts = new HashMap<>();
    final Path folder;
    SpoolFront spool = new SpoolFront(memory);
    Categorizer categorizer = (message, recipients) ->
            CompletableFuture.completedStage(recipients.stream().map(this::verdict).toList());
    Router router = (message, address, server) ->
            CompletableFuture.completedStage(new Route.Via(new NextHop.Domain(address.domain())));
    QueueSettings settings = new QueueSettings("mail.example.org",
            new RetrySchedule(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30))),
            Duration.ofDays(2), Duration.ofHours(12), 20, 20, 100, 1_000, 30);
    Services services;
    Engine engine;
    private ArrayDeque<Runnable> tasks;
    private Instant next = Instant.MIN;

    EngineRig(Path folder) {
        this.folder = folder;
        start();
    }

    /** A fresh engine, as after a restart; the old one is as if its process had ended. */
    void start() {
        ArrayDeque<Runnable> own = new ArrayDeque<>();
        tasks = own;
        next = Instant.MIN;
        services = Services.away(own::add, new CountedOutcomes(events, meter), tracking);
        engine = new Engine(services, own::add, clock, () -> settings,
                new Holds(folder, Runnable::run), new Leftovers(folder.resolve("leftovers")),
                new Badmail(() -> folder.resolve("badmail"), Runnable::run),
                new DsnComposer(new Random(1)), "rig");
        services.agents().bind("smtp", smtp);
        services.agents().bind("maildir", maildir);
        services.categorizer().bind((message, recipients) -> categorizer.categorize(message, recipients));
        services.router().bind(new Present());
        bindSpool();
    }

    /** Ends the present engine at once and starts another on the same spool. */
    void restart() {
        spool.go();
        spool = new SpoolFront(memory);
        start();
        run();
    }

    /** Another provider of the spool comes and the old one goes. */
    void replaceSpool() {
        SpoolFront old = spool;
        old.go();
        spool = new SpoolFront(memory);
        bindSpool();
        run();
    }

    private void bindSpool() {
        services.spool().bind(spool);
        tasks.add(engine::spoolCame);
    }

    /** Until there is nothing to do at this moment. */
    void run() {
        do {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            next = engine.turn();
        } while (!tasks.isEmpty() || !next.isAfter(clock.instant()));
    }

    /** Time goes on, with a turn whenever the engine asked for one. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        run();
        while (next.isBefore(end)) {
            clock.set(next);
            run();
        }
        clock.set(end);
        run();
    }

    MessageId send(String... recipients) {
        return accept(message("sender@example.org"), recipients(Set.of(), recipients));
    }

    MessageId send(Set<Notify> notifyOn, String... recipients) {
        return accept(message("sender@example.org"), recipients(notifyOn, recipients));
    }

    MessageId sendBounce(String recipient) {
        return accept(message(""), recipients(Set.of(), recipient));
    }

    MessageId accept(Message message, List<Recipient> recipients) {
        return accept(message, "Subject: rig\r\n\r\nHello\r\n", recipients);
    }

    /** A message, not yet accepted. */
    NewMessage draft(String... recipients) {
        return draft(message("sender@example.org"), "Subject: rig\r\n\r\nHello\r\n", recipients(Set.of(), recipients));
    }

    private static NewMessage draft(Message message, String text, List<Recipient> recipients) {
        ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        return new NewMessage(message, recipients, new Content.Inline(List.of(content)));
    }

    MessageId accept(Message message, String text, List<Recipient> recipients) {
        memory.accept(draft(message, text, recipients));
        run();
        return message.id();
    }

    Message message(String sender) {
        MessageId id = memory.nextId();
        return new Message(id, new ContentId(id.value()), 23, sender.isEmpty() ? Optional.empty() : Optional.of(Address.of(sender)),
                clock.instant(), BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty(),
                new Origin("main", "192.0.2.1:4711", "ESMTP", ""));
    }

    static List<Recipient> recipients(Set<Notify> notifyOn, String... addresses) {
        List<Recipient> rows = new ArrayList<>();
        Arrays.stream(addresses).forEach(address -> rows.add(new Recipient(rows.size(), Recipient.NO_PARENT, Address.of(address),
                Optional.empty(), notifyOn, Progress.NEW)));
        return rows;
    }

    Queue queue() {
        return engine.queue();
    }

    /** An answer of the engine. */
    <T> T ask(CompletionStage<T> question) {
        run();
        return question.toCompletableFuture().getNow(null);
    }

    QueueStatus status(String name) {
        return ask(queue().queues()).stream().filter(status -> status.name().equals(name)).findFirst().orElseThrow();
    }

    /** The queue that a message's first recipient is in. */
    String place(MessageId id) {
        return ask(queue().message(id)).orElseThrow().recipients().get(0).queue();
    }

    boolean isDone(MessageId id) {
        return memory.find(id).toCompletableFuture().join().isEmpty() && ask(queue().message(id)).isEmpty();
    }

    StoredMessage stored(MessageId id) {
        return memory.find(id).toCompletableFuture().join().orElseThrow();
    }

    /** The content of a message that was handed to an agent. */
    String content(Message message) {
        ByteBuffer bytes = memory.read(message.content(), 0, 1_000_000).toCompletableFuture().join();
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private Verdict verdict(Recipient recipient) {
        String address = recipient.address().toString();
        if (verdicts.containsKey(address)) {
            return verdicts.get(address);
        }
        if (aliases.containsKey(address)) {
            return new Verdict.Expand(aliases.get(address).stream().map(Address::of).toList());
        }
        if (recipient.address().local().equals("nobody")) {
            return new Verdict.Reject(EnhancedStatus.of("5.1.1"), "No such user");
        }
        return recipient.address().domain().equals("here.example") ? new Verdict.Local("maildir", recipient.address().local())
                : new Verdict.Remote();
    }

    /** The router of the moment. */
    private final class Present implements Router {
        @Override
        public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
            return router.route(message, recipient, server);
        }

        @Override
        public void failed(NextHop hop, String reason) {
            router.failed(hop, reason);
        }

        @Override
        public void reached(NextHop hop) {
            router.reached(hop);
        }
    }
}
