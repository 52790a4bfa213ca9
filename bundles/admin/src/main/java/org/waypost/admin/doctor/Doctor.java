package org.waypost.admin.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.waypost.admin.DoctorAdmin.Finding;

/** Runs checks at the same time, each with a time limit, whatever they come to. */
final class Doctor {
    private final Duration limit;

    /** @param limit of each check, positive */
    Doctor(Duration limit) {
        this.limit = limit;
    }

    /** In the order of the checks. */
    List<Finding> examine(List<Check> checks, Consumer<Finding> progress) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "waypost-doctor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<List<Finding>>> all = checks.stream().map(check -> begin(check, threads, progress)).toList();
            return all.stream().flatMap(one -> one.join().stream()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private CompletableFuture<List<Finding>> begin(Check check, ExecutorService threads, Consumer<Finding> progress) {
        CompletableFuture<List<Finding>> findings = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                findings.complete(check.run());
            } catch (Exception | LinkageError e) {
                findings.completeExceptionally(e);
            }
        });
        return findings.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).exceptionally(failure -> List.of(failed(check, failure)))
                .whenComplete((found, failure) -> found.forEach(progress));
    }

    private Finding failed(Check check, Throwable failure) {
        return failure instanceof TimeoutException
                ? check.warning("The check did not end within " + limit.toSeconds() + " s.", "See whether DNS servers and disks answer, and try again.")
                : check.warning("The check could not be made: " + failure + ".", "The event log may say more.");
    }
}
