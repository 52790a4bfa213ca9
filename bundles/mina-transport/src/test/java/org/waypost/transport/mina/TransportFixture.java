package org.waypost.transport.mina;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.ListenerStatus;

/** A transport on loopback, and what tests ask of it. */
public final class TransportFixture implements AutoCloseable {
    public final ThreadPoolExecutor elsewhere = (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
    public final Transport transport;
    /** How far the transport's clock is ahead, in nanoseconds. */
    public final AtomicLong ahead = new AtomicLong();

    public TransportFixture(Duration protocolGrace) {
        // A thread started by a protocol's call would hold its loader.
        elsewhere.prestartAllCoreThreads();
        TransportSettings settings = new TransportSettings(protocolGrace, Duration.ofSeconds(1), Duration.ofSeconds(5), 2);
        transport = new Transport(2, 2, () -> settings, () -> System.nanoTime() + ahead.get(), listeners -> { });
    }

    public static ListenerSpec spec(String name, Optional<TlsFiles> tls, Binding... bindings) {
        return new ListenerSpec(name, List.of(bindings), tls, 100, 60, "busy");
    }

    public static Binding anyPort() {
        return new Binding("127.0.0.1", 0, false);
    }

    public EchoProtocol echo(ListenerSpec spec) {
        return new EchoProtocol(spec, elsewhere, Duration.ofSeconds(30));
    }

    public EchoProtocol bind(ListenerSpec spec) {
        EchoProtocol protocol = echo(spec);
        transport.listeners().bind(protocol);
        return protocol;
    }

    public InetSocketAddress address(String listener) {
        return status(listener).listening().get(0);
    }

    public ListenerStatus status(String listener) {
        return transport.listeners().list().stream().filter(status -> status.name().equals(listener)).findFirst().orElseThrow();
    }

    /** Polls until it holds; fails after ten seconds. */
    public static void eventually(BooleanSupplier condition) throws InterruptedException {
        Object monitor = new Object();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        synchronized (monitor) {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("did not come to hold in time");
                }
                monitor.wait(10);
            }
        }
    }

    @Override
    public void close() {
        transport.stop();
        elsewhere.shutdownNow();
    }
}
