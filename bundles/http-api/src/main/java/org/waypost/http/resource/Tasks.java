package org.waypost.http.resource;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.http.route.Problem;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Long tasks that were begun by HTTP, to be asked for later; the oldest are forgotten first. Any thread. */
final class Tasks {
    private static final int KEPT = 200;
    private static final Duration NO_WAIT = Duration.ofMillis(1);

    private final Map<String, Begun> byId = new LinkedHashMap<>();
    private final InstantSource clock;

    Tasks(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    private record Begun(String what, String user, Instant begun, Task task) {}

    /**
     * @param state {@code RUNNING}, {@code DONE} or {@code FAILED}
     * @param progress how far it is, a sentence; empty if that is not known
     * @param result what it came to, or why it failed; empty while it runs
     */
    record View(String id, String what, String user, Instant begun, String state, String progress, Optional<String> result) {}

    /** @param what was asked for, such as {@code apply the recipient policy Sales} */
    Reply begin(String what, String user, Answer<Task> answer) {
        if (answer instanceof Answer.Refused<Task>) {
            return Reply.of(answer);
        }
        String id = UUID.randomUUID().toString();
        add(id, new Begun(what, user, clock.instant(), ((Answer.Ok<Task>) answer).value()));
        String place = Route.BASE + "/tasks/" + id;
        return new Reply(202, Map.of("id", id, "task", place), Map.of("Location", place));
    }

    Reply task(String id) {
        Optional<Begun> found;
        synchronized (byId) {
            found = Optional.ofNullable(byId.get(id));
        }
        return found.map(begun -> Reply.ok(view(id, begun)))
                .orElseGet(() -> Reply.of(Problem.of(404, "There is no task " + id + ": it was forgotten, or begun before a replacement.")));
    }

    List<View> all() {
        Map<String, Begun> copy;
        synchronized (byId) {
            copy = new LinkedHashMap<>(byId);
        }
        return copy.entrySet().stream().map(entry -> view(entry.getKey(), entry.getValue())).toList();
    }

    private void add(String id, Begun begun) {
        synchronized (byId) {
            byId.put(id, begun);
            if (byId.size() > KEPT) {
                Iterator<String> oldest = byId.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    private static View view(String id, Begun begun) {
        Optional<Answer<String>> end = begun.task().await(NO_WAIT);
        String state = end.map(answer -> answer instanceof Answer.Ok ? "DONE" : "FAILED").orElse("RUNNING");
        Optional<String> result = end.map(answer -> answer instanceof Answer.Ok<String> ok ? ok.value()
                : ((Answer.Refused<String>) answer).reason());
        return new View(id, begun.what(), begun.user(), begun.begun(), state, begun.task().progress(), result);
    }
}
