package org.waypost.itests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sessions that send numbered messages without pause, are strict about every reply, and know which
 * messages got their 250.
 */
public final class LoadClients implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ExecutorService threads;
    private final List<CompletableFuture<LoadReport>> reports = new ArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean stopped;

    private LoadClients(int sessions) {
        threads = Executors.newFixedThreadPool(sessions);
    }

    public static LoadClients start(LoadPlan plan) {
        LoadClients clients = new LoadClients(plan.sessions());
        for (int i = 0; i < plan.sessions(); i++) {
            LoadClient client = new LoadClient(plan, i, () -> clients.stopped, clients.accepted);
            clients.reports.add(CompletableFuture.supplyAsync(client::run, clients.threads));
        }
        return clients;
    }

    /** Waits until so many more messages are accepted, from now on. */
    public void awaitAccepted(int more) {
        int goal = accepted.get() + more;
        Poll.until(LIMIT, "accepted " + goal, () -> accepted.get() >= goal || allEnded());
    }

    /** Lets each session finish its transaction and say QUIT. */
    public LoadReport finish() {
        stopped = true;
        return report();
    }

    /** Waits for the end of all sessions, which something else brings about. */
    public LoadReport report() {
        return LoadReport.of(reports.stream().map(report -> report.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join()).toList());
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private boolean allEnded() {
        return reports.stream().allMatch(CompletableFuture::isDone);
    }
}
