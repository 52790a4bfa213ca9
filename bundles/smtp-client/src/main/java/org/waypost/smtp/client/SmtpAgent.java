package org.waypost.smtp.client;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.connection.Outgoing;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.event.EventLog;
import org.waypost.linkstate.Membership.Members;
import org.waypost.metrics.Meter;
import org.waypost.service.Gate;
import org.waypost.smtp.client.planning.TargetFinder;

/**
 * The delivery agent {@code smtp}. Settings and members may change at any time and hold for deliveries that begin
 * later.
 *
 * <p>{@link #close} ends every delivery without loss: those whose message the peer may have taken are
 * waited for, the others are given back. Only a peer that answers later than {@link #PATIENCE} may get
 * a message twice.
 */
public final class SmtpAgent implements DeliveryAgent, AutoCloseable {
    /** How long {@link #close} waits; below SCR's lock timeout of 5 s. */
    public static final Duration PATIENCE = Duration.ofMillis(3500);

    private final Gate<Outgoing> outgoing;
    private final TargetFinder finder;
    private final Supplier<Members> members;
    private final EventLog events;
    private final Meter meter;
    private final Function<String, List<String>> dnsServers;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
    private volatile ClientSettings settings;
    private volatile boolean closed;

    /** @param dnsServers that a virtual server has of its own, by its name; empty: those of the DNS service */
    public SmtpAgent(ClientSettings settings, Gate<Outgoing> outgoing, TargetFinder finder, Supplier<Members> members,
            Function<String, List<String>> dnsServers, EventLog events, Meter meter) {
        this.settings = settings;
        this.outgoing = outgoing;
        this.finder = finder;
        this.members = members;
        this.dnsServers = dnsServers;
        this.events = events;
        this.meter = meter;
    }

    public void settings(ClientSettings changed) {
        settings = changed;
    }

    @Override
    public CompletionStage<DeliveryResult> deliver(Delivery delivery) {
        Attempt attempt = new Attempt(delivery, settings, new MemberTls(members.get()), outgoing, finder,
                dnsServers.apply(delivery.message().origin().virtualServer()), events, meter);
        attempts.add(attempt);
        attempt.released().thenRun(() -> attempts.remove(attempt));
        if (closed) {
            attempt.cancel();
        } else {
            attempt.start();
        }
        return attempt.result();
    }

    @Override
    public void close() {
        close(PATIENCE);
    }

    void close(Duration patience) {
        closed = true;
        attempts.forEach(Attempt::cancel);
        CompletableFuture<?>[] left = attempts.stream().map(Attempt::released).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(left).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            attempts.forEach(Attempt::abandon);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
