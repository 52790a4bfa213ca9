package org.waypost.admin.lockdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.core.Caller;
import org.waypost.event.EventLog;

/** Judges each socket by whose it is, and has what is not needed closed. */
public class LockdownUseCases implements LockdownAdmin {
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ProcessSockets sockets;
    private final Supplier<Doors> doors;
    private final Closer closer;
    private final EventLog events;
    private final Duration settling;

    /** @param settling how long sockets may take to follow the settings, positive */
    public LockdownUseCases(ProcessSockets sockets, Supplier<Doors> doors, Closer closer, EventLog events, Duration settling) {
        this.sockets = sockets;
        this.doors = doors;
        this.closer = closer;
        this.events = events;
        this.settling = settling;
    }

    @Override
    public Answer<List<Listening>> listening() {
        return asked(() -> new Answer.Ok<>(found().stream().map(Found::listening).toList()));
    }

    @Override
    public Answer<List<Closing>> plan(Request request) {
        return asked(() -> new Answer.Ok<>(Plan.of(found(), request).stream().map(Plan::closing).toList()));
    }

    @Override
    public synchronized Answer<List<Closing>> close(Request request) {
        return asked(() -> {
            List<Plan> plans = Plan.of(found(), request);
            if (plans.stream().noneMatch(Plan::closes)) {
                return new Answer.Refused<>(plans.isEmpty() ? "Nothing listens that is better closed."
                        : String.join(" ", plans.stream().map(Plan::why).toList()));
            }
            for (Plan plan : plans.stream().filter(Plan::closes).sorted(Comparator.comparing(plan -> isOwn(plan, request))).toList()) {
                String before = closer.close(plan.owner().name(), plan.measure());
                events.report(LockdownEvent.CLOSED, plan.owner().whose(), Caller.name(), before, plan.measure().text());
            }
            Set<String> open = settled(plans.stream().filter(plan -> plan.closes() && !isOwn(plan, request)).toList());
            return new Answer.Ok<>(plans.stream()
                    .map(plan -> open.contains(plan.owner().name()) ? plan.stillOpen(settling.toSeconds()) : plan.closing()).toList());
        });
    }

    /** The administrator's own door comes last and is not waited for: the answer goes by it. */
    private static boolean isOwn(Plan plan, Request request) {
        return plan.owner().name().equals(request.door().name());
    }

    /** @return names of what is open still */
    private Set<String> settled(List<Plan> plans) {
        long end = System.nanoTime() + settling.toNanos();
        Set<String> open = open(plans);
        while (!open.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return open;
            }
            open = open(plans);
        }
        return open;
    }

    private Set<String> open(List<Plan> plans) {
        Set<String> open = new HashSet<>(plans.stream().map(plan -> plan.owner().name()).toList());
        open.retainAll(found().stream().filter(one -> !one.well()).map(one -> one.owner().name()).toList());
        return open;
    }

    @Override
    public synchronized Answer<List<Closing>> undo() {
        return asked(() -> {
            List<Effect> undone = closer.undo();
            undone.forEach(one -> events.report(LockdownEvent.OPENED_AGAIN, one.closing().name(), Caller.name(), one.before(), one.after()));
            return undone.isEmpty() ? new Answer.Refused<>("There is nothing to undo: lockdown has closed nothing.")
                    : new Answer.Ok<>(undone.stream().map(Effect::closing).toList());
        });
    }

    /** For the start: what is closed stays closed, also with a new build. */
    protected synchronized void keep() {
        asked(() -> {
            closer.keep().forEach(name -> events.report(LockdownEvent.CLOSED, name, Caller.name(), "the bundle had been started again",
                    "it is stopped"));
            return new Answer.Ok<>("");
        });
    }

    private List<Found> found() {
        try {
            return Found.of(sockets.listening(), doors.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Question<T> {
        Answer<T> ask() throws IOException;
    }

    private <T> Answer<T> asked(Question<T> question) {
        try {
            return question.ask();
        } catch (UncheckedIOException e) {
            return new Answer.Refused<>("The system does not tell which sockets this process has open (" + e.getCause()
                    + "). Look with its own tools.");
        } catch (IOException | IllegalStateException e) {
            events.report(LockdownEvent.FAILED, e);
            return new Answer.Refused<>("Lockdown could not go on: " + e + ". lockdown --undo brings back what was done so far.");
        }
    }
}
