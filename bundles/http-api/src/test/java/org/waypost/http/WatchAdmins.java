package org.waypost.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.waypost.modules.Module;
import org.waypost.modules.Plan;
import org.waypost.modules.Replacement;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** One event, one module and one tracked message; what was asked is kept, each change a line of {@link #done}. */
final class WatchAdmins implements EventLogAdmin, TrackingAdmin {
    final List<String> done = new CopyOnWriteArrayList<>();
    volatile EventQuery query;
    volatile TrackingQuestion question;

    private <T> Answer<T> done(String what, T value) {
        done.add(what);
        return new Answer.Ok<>(value);
    }

    @Override
    public Answer<List<LoggedEvent>> list(EventQuery asked) {
        query = asked;
        return new Answer.Ok<>(List.of(new LoggedEvent(Instant.EPOCH, "Queue", 1003, "QUEUE_FROZEN", "Queues", Severity.WARNING, 0,
                MailAdmins.HOSTILE, List.of("smtp:example.net"), 0)));
    }

    @Override
    public Answer<EventViewer.Tail> tail(EventViewer.Listener listener) {
        throw new AssertionError("not asked for by HTTP");
    }

    @Override
    public Answer<List<Level>> levels() {
        return new Answer.Ok<>(List.of(new Level("Queue", "3")));
    }

    @Override
    public Answer<String> level(String place, String value) {
        return done("level " + place + " " + value, "Done.");
    }

    @Override
    public Answer<List<EventViewer.CataloguedEvent>> catalogue() {
        return new Answer.Ok<>(List.of(new EventViewer.CataloguedEvent("Queue", 1003, "QUEUE_FROZEN", "Queues", Severity.WARNING, 0, "{}")));
    }

    @Override
    public Answer<List<TrackingEvent>> find(TrackingQuestion asked) {
        question = asked;
        return history("");
    }

    @Override
    public Answer<List<TrackingEvent>> history(String id) {
        return new Answer.Ok<>(List.of(TrackingEvent.of(Instant.EPOCH, TrackingKind.RECEIVED, MailAdmins.ID)
                .sender(Optional.of(Address.of("a@example.com"))).build()));
    }

    @Override
    public Answer<MessageTracking.Status> status() {
        return new Answer.Ok<>(new MessageTracking.Status(5, 0, 1, 1000));
    }

    /** @param task makes the tasks */
    ModuleAdmin modules(DirectoryAdmins task) {
        return new ModuleAdmin() {
            @Override
            public Answer<List<Module>> modules() {
                return new Answer.Ok<>(List.of(new Module("org.waypost.queue", "1.0.0", "ACTIVE", Instant.EPOCH, "ab", Optional.empty(),
                        false, List.of())));
            }

            @Override
            public Answer<Plan> stage(Path jar, Optional<String> checksum) {
                if (text(jar).isEmpty()) {
                    return new Answer.Refused<>(jar + " is not the jar of a module.");
                }
                return done("stage " + text(jar) + " " + checksum.orElse("any"),
                        new Plan("org.waypost.queue", "1.0.0", "ab", "1.0.1", "cd", List.of("org.waypost.spool"), false));
            }

            @Override
            public Answer<Task> replace(String checksum, Optional<Duration> watch, boolean force) {
                return task.task("replace " + checksum + " " + watch.map(Duration::toSeconds).orElse(0L) + " " + force + " " + Asker.name());
            }

            @Override
            public Answer<Task> rollback(String name) {
                return task.task("rollback " + name + " " + Asker.name());
            }

            @Override
            public Answer<List<Replacement>> history(Optional<String> name) {
                return new Answer.Ok<>(List.of(new Replacement(1, Instant.EPOCH, "ada", name.orElse("all"), "1.0.0", "ab", "1.0.1", "cd",
                        Replacement.Verdict.KEPT, "No worse.")));
            }
        };
    }

    private static String text(Path jar) {
        try {
            return Files.readString(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
