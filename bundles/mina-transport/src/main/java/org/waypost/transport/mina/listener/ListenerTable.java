package org.waypost.transport.mina.listener;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.ListenerStatus.State;
import org.waypost.connection.Listeners;
import org.waypost.connection.Protocol;
import org.waypost.transport.mina.TransportSettings;
import org.waypost.transport.mina.connection.Channel;
import org.waypost.transport.mina.connection.Machinery;
import org.waypost.transport.mina.connection.Tenancy;

/**
 * The listening side, for protocols that come and go and for administrators. Every change is made in the
 * control thread, one after the other, and the caller waits for it; a protocol must therefore not call
 * from {@link Protocol#listenerChanged}.
 */
public final class ListenerTable implements Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerTable.class);
    /** Below the lock timeout of SCR (5 s), which a slower unbind would break. */
    private static final Duration UNBIND_PATIENCE = Duration.ofSeconds(4);
    private static final Duration EVICTION_PATIENCE = Duration.ofMillis(300);
    private static final Duration CHANGE_PATIENCE = Duration.ofSeconds(10);
    private static final int TICKS_PER_RETRY = 3;

    private final Machinery machinery;
    private final Supplier<TransportSettings> settings;
    private final Consumer<List<ListenerStatus>> observer;
    private final ListenerSet set;
    private final Map<Protocol, Stay> stays = new IdentityHashMap<>();
    private int ticks;

    /**
     * @param nanoTime a monotonic clock
     * @param observer told how the listeners stand after each change and each second, in the control thread
     */
    public ListenerTable(Machinery machinery, Supplier<TransportSettings> settings, LongSupplier nanoTime,
            Consumer<List<ListenerStatus>> observer) {
        this.machinery = machinery;
        this.settings = settings;
        this.observer = observer;
        set = new ListenerSet(spec -> new Listener(spec, machinery, settings, nanoTime));
    }

    /** The protocol serves its listener from now on; one bound before hands its conversations over. */
    public void bind(Protocol protocol) {
        change(() -> {
            ListenerSpec spec = protocol.listener();
            Listener listener = set.findOrCreate(spec);
            Tenancy tenancy = new Tenancy(protocol);
            stays.put(protocol, new Stay(listener, tenancy));
            listener.enter(tenancy);
            set.forgetTold(listener);
            set.reconcile();
            return spec.name();
        });
    }

    /** The protocol's properties changed; what it listens on may have, too. */
    public void update(Protocol protocol) {
        change(() -> {
            Stay stay = stays.get(protocol);
            boolean inForce = stay != null && stay.listener.current().filter(stay.tenancy::equals).isPresent();
            if (inForce) {
                stay.listener.change(protocol.listener());
                set.reconcile();
            }
            return inForce;
        });
    }

    /** The protocol goes: returns when nothing of it is held any more, after some 4 s at most. */
    public void unbind(Protocol protocol) {
        Optional<Tenancy> left = change(() -> {
            Optional<Stay> stay = Optional.ofNullable(stays.remove(protocol));
            stay.ifPresent(it -> it.listener.leave(it.tenancy));
            return stay.map(Stay::tenancy);
        });
        left.ifPresent(ListenerTable::awaitDeparture);
    }

    private static void awaitDeparture(Tenancy tenancy) {
        if (!tenancy.awaitEmpty(UNBIND_PATIENCE)) {
            List<Channel> late = tenancy.channels();
            LOG.warn("{} connections are closed because their protocol left before they came to rest.", late.size());
            late.forEach(channel -> channel.evict(tenancy));
            tenancy.awaitEmpty(EVICTION_PATIENCE);
        }
    }

    @Override
    public List<ListenerStatus> list() {
        return change(this::statuses);
    }

    private List<ListenerStatus> statuses() {
        return set.listeners().map(listener -> listener.status(List.of())).toList();
    }

    @Override
    public boolean start(String name) {
        return changeNamed(name, listener -> listener.change(State.STARTED));
    }

    @Override
    public boolean pause(String name) {
        return changeNamed(name, listener -> listener.change(State.PAUSED));
    }

    @Override
    public boolean stop(String name) {
        return changeNamed(name, listener -> {
            listener.change(State.STOPPED);
            listener.signal(Connection.SHUTDOWN);
        });
    }

    @Override
    public boolean close(String name) {
        return changeNamed(name, set::remove);
    }

    private boolean changeNamed(String name, Consumer<Listener> change) {
        return change(() -> {
            Optional<Listener> listener = set.find(name);
            listener.ifPresent(change);
            set.reconcile();
            return listener.isPresent();
        });
    }

    /** To be called each second: certificates, bindings that could not be had, listeners without a protocol. */
    public void tick() {
        machinery.control().execute(() -> {
            try {
                set.pollCertificates();
                set.removeForsaken();
                if (++ticks % TICKS_PER_RETRY == 0) {
                    set.retryFailed();
                }
                observer.accept(statuses());
            } catch (RuntimeException e) {
                LOG.error("The listeners could not be looked after.", e);
            }
        });
    }

    /** To be called several times a second: the time limits of all connections. */
    public void sweep() {
        set.all().forEach(listener -> listener.channels().forEach(Channel::sweep));
    }

    /** Asks all conversations to finish, waits for them within the grace time, and closes the rest. */
    public void stop() {
        change(() -> {
            set.listeners().forEach(listener -> {
                listener.change(State.STOPPED);
                listener.closeUnwanted();
                listener.signal(Connection.SHUTDOWN);
            });
            return true;
        });
        long deadline = System.nanoTime() + settings.get().shutdownGrace().toNanos();
        CloseReason reason = new CloseReason(CloseReason.Kind.TRANSPORT_STOPPED, "");
        for (Listener listener : set.all()) {
            awaitNoConnections(listener, deadline);
            listener.channels().forEach(channel -> channel.abandon(reason));
        }
        long soon = System.nanoTime() + EVICTION_PATIENCE.toNanos();
        set.all().forEach(listener -> awaitNoConnections(listener, soon));
    }

    private static void awaitNoConnections(Listener listener, long deadline) {
        try {
            listener.awaitNoConnections(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T change(Callable<T> change) {
        try {
            return machinery.control().submit(() -> {
                T result = change.call();
                observer.accept(statuses());
                return result;
            }).get(CHANGE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the listeners could not be changed: " + e.getMessage(), e);
        }
    }

    /** Where a protocol serves. */
    private record Stay(Listener listener, Tenancy tenancy) {}
}
