package org.waypost.delivery.maildir;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.event.EventLog;

/**
 * Delivers into Maildirs. Callers never wait: disk work is done by a few threads of its own, whose line is bounded by
 * the deliveries the queue lets run at once. A delivered outcome means that content and name would survive a power cut.
 */
public final class MaildirAgent implements DeliveryAgent, AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(4);

    private final Disk disk;
    private final UniqueNames names;
    private final InstantSource clock;
    private final EventLog events;
    private final ThreadPoolExecutor workers;
    private final Set<Drop> running = ConcurrentHashMap.newKeySet();
    private volatile Maildirs maildirs;
    private volatile boolean closing;

    public MaildirAgent(MaildirSettings settings, Disk disk, UniqueNames names, InstantSource clock, EventLog events) {
        this.disk = disk;
        this.names = names;
        this.clock = clock;
        this.events = events;
        AtomicInteger number = new AtomicInteger();
        workers = new ThreadPoolExecutor(settings.threads(), settings.threads(), 0, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), work -> new Thread(work, "waypost-maildir-" + number.incrementAndGet()));
        open(settings);
    }

    /** Takes new settings; deliveries under way end where they began. */
    public synchronized void configure(MaildirSettings settings) {
        boolean more = settings.threads() > workers.getMaximumPoolSize();
        if (more) {
            workers.setMaximumPoolSize(settings.threads());
            workers.setCorePoolSize(settings.threads());
        } else {
            workers.setCorePoolSize(settings.threads());
            workers.setMaximumPoolSize(settings.threads());
        }
        open(settings);
    }

    private void open(MaildirSettings settings) {
        maildirs = new Maildirs(settings.folder(), disk, names, workers);
        workers.execute(() -> new TmpSweep(settings.folder(), clock.instant(), events).run());
    }

    @Override
    public CompletionStage<DeliveryResult> deliver(Delivery delivery) {
        Drop drop = new Drop(delivery, maildirs, workers, () -> closing, events);
        running.add(drop);
        drop.start();
        return drop.result().whenComplete((result, failure) -> running.remove(drop));
    }

    /** Lets deliveries that have begun to write finish, for at most 4 s, and returns the others. */
    @Override
    public void close() {
        closing = true;
        CompletableFuture<Void> all =
                CompletableFuture.allOf(running.stream().map(Drop::result).toArray(CompletableFuture[]::new));
        try {
            all.get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            running.forEach(Drop::abort);
        } catch (InterruptedException e) {
            running.forEach(Drop::abort);
            Thread.currentThread().interrupt();
        }
        workers.shutdown();
    }
}
