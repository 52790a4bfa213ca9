package org.waypost.ds2mb.replica;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.ChangeBatch;
import org.waypost.service.ServiceAwayException;
import org.waypost.text.Counted;

/** How a replication gets on, for people. Any thread. */
final class Progress {
    private final CompletableFuture<String> compared = new CompletableFuture<>();
    private String state = "waiting for the directory";
    private Optional<Instant> last;
    private int set;
    private int removed;

    /** @param last when something was last replicated */
    Progress(Optional<Instant> last) {
        this.last = last;
    }

    synchronized void batch(ChangeBatch.Kind kind) {
        boolean compares = kind == ChangeBatch.Kind.COMPARISON_BEGINS || kind == ChangeBatch.Kind.COMPARISON;
        state = compares ? "comparing" : "following changes";
        if (kind == ChangeBatch.Kind.COMPARISON_BEGINS) {
            set = 0;
            removed = 0;
        }
    }

    synchronized void interrupted(String reason) {
        state = "interrupted: " + reason;
    }

    synchronized void written(Plan plan, Instant now) {
        set += plan.set().size();
        removed += plan.removed().size();
        last = plan.isEmpty() ? last : Optional.of(now);
    }

    /** A comparison ended. @return a sentence about it */
    String compared(int objects, int flaws) {
        String sentence;
        synchronized (this) {
            sentence = Counted.of(objects, "object was", "objects were") + " compared, " + Counted.of(set, "property", "properties")
                    + " written and " + removed + " removed; " + Counted.of(flaws, "object") + " cannot be replicated.";
        }
        compared.complete(sentence);
        return sentence;
    }

    /** Completes with a sentence when the first comparison ended. */
    CompletionStage<String> comparison() {
        return compared;
    }

    void ended() {
        compared.completeExceptionally(new ServiceAwayException("The replication was begun anew or ended before everything was compared"));
    }

    synchronized String state() {
        return state;
    }

    synchronized Optional<Instant> last() {
        return last;
    }
}
