package org.waypost.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The only code about service dynamics: asynchronous calls to a service that may be replaced. While
 * the service is away callers wait, bounded in number and time, without holding a thread. Unbinding
 * closes the gate, waits for the calls in flight until a deadline below SCR's lock timeout (5 s) and
 * then completes them with {@link ServiceAwayException}: "retry".
 *
 * <p>A call must not wait for another gate while it is in flight through this one (an upgrade may
 * close several gates at once). Any thread may call any method.
 *
 * @param <T> the service
 */
public final class Gate<T> {
    /** How long {@link #unbind} waits for calls in flight. */
    public static final Duration DRAIN = Duration.ofSeconds(4);

    private final String name;
    private final Duration patience;
    private final Executor resumer;
    private final Duration drain;
    private final Set<PendingCall<T, ?>> waiting = new LinkedHashSet<>();
    private final Set<PendingCall<T, ?>> inFlight = new LinkedHashSet<>();
    private int maxWaiting;
    private T service;

    /**
     * @param name of the service, for the messages of failed calls
     * @param patience how long a call waits for the service to come, positive
     * @param maxWaiting how many calls may wait at once, 0 or more
     * @param resumer runs the calls that waited when the service comes
     */
    public Gate(String name, Duration patience, int maxWaiting, Executor resumer) {
        this(name, patience, maxWaiting, resumer, DRAIN);
    }

    Gate(String name, Duration patience, int maxWaiting, Executor resumer, Duration drain) {
        this.drain = drain;
        this.name = Objects.requireNonNull(name);
        this.patience = Objects.requireNonNull(patience);
        this.maxWaiting = maxWaiting;
        this.resumer = Objects.requireNonNull(resumer);
    }

    /**
     * Calls the service now, in the calling thread, or when it comes.
     *
     * @param action must return without waiting; a thrown exception fails the returned stage
     * @return completes with the action's result, or exceptionally with {@link ServiceAwayException} if
     *     the service did not come in time, too many wait already, or it left while the call was in flight
     */
    public <R> CompletionStage<R> call(Function<? super T, ? extends CompletionStage<R>> action) {
        PendingCall<T, R> call = new PendingCall<>(action);
        boolean open;
        boolean waits;
        synchronized (this) {
            open = service != null;
            waits = !open && waiting.size() < maxWaiting;
            if (open) {
                start(call);
            } else if (waits) {
                waiting.add(call);
            }
        }
        if (open) {
            call.run(this::finished);
        } else if (waits) {
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS).execute(() -> expire(call));
        } else {
            call.fail(name + " is away and no more calls may wait for it");
        }
        return call.result();
    }

    /** Whether a call would go through at once. */
    public synchronized boolean isOpen() {
        return service != null;
    }

    /** The service came, or a better one did. Calls that wait are run by the resumer. */
    public void bind(T newService) {
        List<PendingCall<T, ?>> resumed;
        synchronized (this) {
            service = Objects.requireNonNull(newService);
            resumed = new ArrayList<>(waiting);
            waiting.clear();
            resumed.forEach(this::start);
        }
        resumed.forEach(this::resume);
    }

    /**
     * The service goes: waits for its calls in flight. Another one may have been bound before or meanwhile. A thread that the
     * service still holds then is interrupted, so that a service that hangs takes none along.
     */
    public void unbind(T oldService) {
        release(oldService);
        for (PendingCall<T, ?> late : drain(oldService)) {
            late.fail(name + " was replaced before it answered");
            late.interrupt();
        }
    }

    /**
     * The service goes, and its calls in flight are left to end by themselves: for a contract that
     * promises that every stage completes, with the true result, after the service has gone.
     */
    public synchronized void release(T oldService) {
        if (service == oldService) {
            service = null;
        }
    }

    /**
     * Nothing waits here any more: what waits fails now, and a later call fails at once while the service
     * is away. For a caller that is ending.
     */
    public void shut() {
        List<PendingCall<T, ?>> given;
        synchronized (this) {
            maxWaiting = 0;
            given = new ArrayList<>(waiting);
            waiting.clear();
        }
        given.forEach(call -> call.fail(name + " is away and its caller is ending"));
    }

    private void resume(PendingCall<T, ?> call) {
        try {
            resumer.execute(() -> call.run(this::finished));
        } catch (RejectedExecutionException e) {
            finished(call);
            call.fail(name + " came when its caller was ending");
        }
    }

    private void start(PendingCall<T, ?> call) {
        call.target(service);
        inFlight.add(call);
    }

    private void expire(PendingCall<T, ?> call) {
        boolean stillWaiting;
        synchronized (this) {
            stillWaiting = waiting.remove(call);
        }
        if (stillWaiting) {
            call.fail(name + " is away for more than " + patience.toSeconds() + " s");
        }
    }

    private synchronized void finished(PendingCall<T, ?> call) {
        inFlight.remove(call);
        notifyAll();
    }

    private synchronized List<PendingCall<T, ?>> drain(T oldService) {
        long deadline = System.nanoTime() + drain.toNanos();
        List<PendingCall<T, ?>> left = inFlightTo(oldService);
        while (!left.isEmpty() && deadline - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                deadline = System.nanoTime();
            }
            left = inFlightTo(oldService);
        }
        left.forEach(inFlight::remove);
        return left;
    }

    private List<PendingCall<T, ?>> inFlightTo(T oldService) {
        return inFlight.stream().filter(call -> call.isTo(oldService)).toList();
    }
}
