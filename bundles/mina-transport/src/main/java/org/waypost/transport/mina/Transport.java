package org.waypost.transport.mina;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.waypost.connection.ListenerStatus;
import org.waypost.transport.mina.connection.Machinery;
import org.waypost.transport.mina.listener.ListenerTable;
import org.waypost.transport.mina.outgoing.OutgoingConnections;

/** The whole transport, put together. */
public final class Transport {
    private static final long SWEEP_MILLIS = 250;
    private static final long TICK_MILLIS = 1000;

    private final Machinery machinery;
    private final ListenerTable listeners;
    private final OutgoingConnections outgoing;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param ioThreads 1 or more
     * @param workerThreads 1 or more
     * @param settings asked each time they matter
     * @param nanoTime a monotonic clock
     * @param observer told how the listeners stand after each change and each second; must not fail
     */
    public Transport(int ioThreads, int workerThreads, Supplier<TransportSettings> settings, LongSupplier nanoTime,
            Consumer<List<ListenerStatus>> observer) {
        machinery = new Machinery(ioThreads, workerThreads);
        listeners = new ListenerTable(machinery, settings, nanoTime, observer);
        outgoing = new OutgoingConnections(machinery, settings, nanoTime);
        machinery.timer().scheduleWithFixedDelay(listeners::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        machinery.timer().scheduleWithFixedDelay(outgoing::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        machinery.timer().scheduleWithFixedDelay(listeners::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    public ListenerTable listeners() {
        return listeners;
    }

    public OutgoingConnections outgoing() {
        return outgoing;
    }

    /** Lets conversations finish, closes everything, ends the threads. Does nothing the second time. */
    public void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        outgoing.shutDown();
        listeners.stop();
        outgoing.stop();
        machinery.stop();
    }
}
