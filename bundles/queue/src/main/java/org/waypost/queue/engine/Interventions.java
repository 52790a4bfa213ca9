package org.waypost.queue.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.queue.MessageFilter;

/** What an administrator does to a message: deletes recipients of it, or has them tried now. In the engine's thread. */
final class Interventions {
    private static final EnhancedStatus DELETED = new EnhancedStatus(4, 3, 2);

    private final Core core;
    private final Dispatcher dispatcher;
    private final Settlement settlement;

    Interventions(Core core, Dispatcher dispatcher, Settlement settlement) {
        this.core = core;
        this.dispatcher = dispatcher;
        this.settlement = settlement;
    }

    CompletionStage<Integer> delete(QueuedEntry entry, MessageFilter which, boolean notifySender) {
        List<Job> whole = meant(entry, which).filter(Job::isFree).toList();
        List<Job> meant = whole.stream().map(job -> only(job, new Match(which, core.now()))).toList();
        int count = meant.stream().mapToInt(job -> job.targets().size()).sum();
        if (count == 0) {
            return CompletableFuture.completedStage(0);
        }
        Outcome outcome = new Outcome(Outcome.Kind.FAILED, DELETED, "Deleted by an administrator", "", false);
        boolean tell = notifySender && entry.message().sender().isPresent();
        CompletableFuture<?>[] all = meant.stream().map(job -> {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            job.queue().putWorking(job);
            settlement.delete(job, outcome, tell, () -> stored.complete(null));
            return stored;
        }).toArray(CompletableFuture[]::new);
        core.events().report(QueueEvent.DELETED, entry.message().id(), count);
        return CompletableFuture.allOf(all).thenApply(nothing -> count);
    }

    int retry(QueuedEntry entry, MessageFilter which) {
        List<Job> meant = meant(entry, which).filter(job -> job.isFree() && !job.queue().isHeld()).toList();
        for (Job job : meant) {
            job.queue().force(job);
            if (job.queue() instanceof LinkQueue link) {
                dispatcher.offer(link);
            }
        }
        return meant.stream().mapToInt(job -> job.targets().size()).sum();
    }

    private Stream<Job> meant(QueuedEntry entry, MessageFilter which) {
        Match match = new Match(which, core.now());
        return match.fits(entry.message()) ? entry.jobs().stream().filter(job -> job.queue() != null && match.fits(job)
                && job.targets().stream().anyMatch(target -> match.fits(target.recipient()))) : Stream.empty();
    }

    /** The recipients that are meant, in a job of their own. */
    private static Job only(Job job, Match match) {
        List<Target> meant = job.targets().stream().filter(target -> match.fits(target.recipient())).toList();
        if (meant.size() == job.targets().size()) {
            return job;
        }
        Job own = job.entry().split(job, meant);
        job.queue().putWorking(own);
        return own;
    }
}
