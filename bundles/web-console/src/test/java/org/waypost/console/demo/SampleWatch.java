package org.waypost.console.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.Task;
import org.waypost.admin.TrackingAdmin;
import org.waypost.event.EventQuery;
import org.waypost.event.EventType.Severity;
import org.waypost.event.EventViewer;
import org.waypost.event.LoggedEvent;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.modules.Module;
import org.waypost.modules.Plan;
import org.waypost.modules.Replacement;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** Events that come each second, a message that took its time, and three modules, one of them replaced. */
record SampleWatch(InstantSource clock) implements EventLogAdmin, TrackingAdmin {
    private static final int EVENTS = 500;

    @Override
    public Answer<List<LoggedEvent>> list(EventQuery query) {
        List<LoggedEvent> found = new ArrayList<>();
        long now = clock.instant().getEpochSecond();
        for (long i = now; i > now - EVENTS && found.size() < query.limit(); i--) {
            LoggedEvent event = event(i);
            if (query.matches(event)) {
                found.add(event);
            }
        }
        return new Answer.Ok<>(found);
    }

    private static LoggedEvent event(long second) {
        Severity severity = second % 17 == 0 ? Severity.ERROR : second % 5 == 0 ? Severity.WARNING : Severity.INFORMATION;
        String text = switch (severity) {
            case ERROR -> "The directory server ldaps://dc2.example.com:636 does not answer: connection refused.";
            case WARNING -> "Delivery to host" + second % 90 + ".example.net failed: 451 4.7.1 <b>try again</b> later.";
            case INFORMATION -> "The queue smtp:host" + second % 90 + ".example.net is tried.";
        };
        return new LoggedEvent(Instant.ofEpochSecond(second), severity == Severity.ERROR ? "Directory" : "Queue",
                4000 + severity.ordinal(), "SAMPLE", "Delivery", severity, 0, text, List.of("host" + second % 90), 0);
    }

    @Override
    public Answer<EventViewer.Tail> tail(EventViewer.Listener listener) {
        throw new UnsupportedOperationException("not asked for by HTTP");
    }

    @Override
    public Answer<List<Level>> levels() {
        return new Answer.Ok<>(List.of(new Level("Queue/Delivery", "3")));
    }

    @Override
    public Answer<String> level(String place, String value) {
        return new Answer.Ok<>("Of " + place + " is logged what " + value + " says.");
    }

    @Override
    public Answer<List<EventViewer.CataloguedEvent>> catalogue() {
        return new Answer.Ok<>(List.of());
    }

    @Override
    public Answer<List<TrackingEvent>> find(TrackingQuestion question) {
        List<TrackingEvent> events = new ArrayList<>(((Answer.Ok<List<TrackingEvent>>) history("")).value());
        Collections.reverse(events);
        return new Answer.Ok<>(events);
    }

    @Override
    public Answer<List<TrackingEvent>> history(String id) {
        return new Answer.Ok<>(List.of(step(TrackingKind.RECEIVED, 4000, "", "client.example.com"), step(TrackingKind.CATEGORIZED, 3999, "", ""),
                step(TrackingKind.QUEUED_REMOTE, 3999, "", ""),
                step(TrackingKind.DEFERRED, 3990, "451 4.7.1 <script>alert(1)</script> try again later", "mx.example.net"),
                step(TrackingKind.TRANSFERRED, 3090, "250 2.0.0 queued as 12AB", "mx.example.net")));
    }

    private TrackingEvent step(TrackingKind kind, long ago, String text, String host) {
        return TrackingEvent.of(clock.instant().minusSeconds(ago), kind, new MessageId(1L << 40)).header("<a.1@example.com>")
                .sender(Optional.of(Address.of("anna@example.com"))).recipients(List.of(Address.of("bob@example.net"))).size(48_211)
                .queue("smtp:example.net").remote(host, "")
                .text(text).build();
    }

    @Override
    public Answer<MessageTracking.Status> status() {
        return new Answer.Ok<>(new MessageTracking.Status(5, 0, 1, 1000));
    }

    ModuleAdmin modules(SampleDirectory tasks) {
        return new ModuleAdmin() {
            @Override
            public Answer<List<Module>> modules() {
                return new Answer.Ok<>(List.of(module("categorizer", Optional.of(new Module.Original("0.1.0", "77aa".repeat(16))), List.of()),
                        module("queue", Optional.empty(), List.of()), module("smtp-server", Optional.empty(),
                                List.of("The component SmtpService waits for a certificate."))));
            }

            private Module module(String name, Optional<Module.Original> original, List<String> problems) {
                return new Module("org.waypost." + name, "0.1.1", "ACTIVE", clock.instant().minusSeconds(90_000), "ab12".repeat(16), original,
                        false, problems);
            }

            @Override
            public Answer<Plan> stage(Path jar, Optional<String> checksum) {
                return new Answer.Ok<>(new Plan("org.waypost.categorizer", "0.1.0", "ab12".repeat(16), "0.2.0", "cd34".repeat(16),
                        List.of("org.waypost.admin"), true));
            }

            @Override
            public Answer<Task> replace(String checksum, Optional<Duration> watch, boolean force) {
                return tasks.task("org.waypost.categorizer 0.2.0 was watched and is no worse: it is kept.");
            }

            @Override
            public Answer<Task> rollback(String name) {
                return tasks.task("What ran before runs again.");
            }

            @Override
            public Answer<List<Replacement>> history(Optional<String> name) {
                return new Answer.Ok<>(List.of(new Replacement(2, clock.instant().minusSeconds(900), "ada", "org.waypost.categorizer", "0.1.1",
                        "ab12".repeat(16), "0.1.2", "ef56".repeat(16), Replacement.Verdict.ROLLED_BACK,
                        "It failed 12 of 40 messages; before, none of 300 failed.")));
            }
        };
    }
}
