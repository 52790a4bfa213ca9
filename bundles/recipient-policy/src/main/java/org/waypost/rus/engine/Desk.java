package org.waypost.rus.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.event.EventLog;
import org.waypost.rus.lease.Timer;

/** One directory and one set of policies, ready to stamp. Any thread. */
record Desk(String name, Directory directory, PolicySet policies, boolean writes, RusSettings settings, Allotments allotments, EventLog events) {
    /** Below it a run is done soon enough without, and others need not wait. */
    private static final long WORTH_A_LEASE = 1_000;

    static Desk of(String name, Directory directory, PolicySet policies, RusSettings settings, InstantSource clock, Timer timer, EventLog events) {
        boolean writes = settings.stamping().orElse(!directory.isForeign());
        String organization = policies.organization().orElseGet(() -> directory.base(Search.Role.CONFIGURATION));
        Allotments allotments = new Allotments(directory, organization, directory.serverName() + "/" + name, writes, clock, timer, events);
        return new Desk(name, directory, policies, writes, settings, allotments, events);
    }

    /** For a run, or a batch of changes. */
    Stamper stamper() {
        return new Stamper(name, directory, policies, writes, allotments, events);
    }

    /** Of what all recipients are held against; a report does not count as a stamping. */
    String fingerprint() {
        return (writes ? "" : "report ") + policies.fingerprint();
    }

    /**
     * Takes the lease for a run if that is of use; waits for another's run to end. Where a directory has several servers,
     * one may not yet show what was written to another, and only reservations guard against that.
     */
    CompletionStage<Boolean> lease(long recipients) {
        boolean one = settings.server().isPresent() || directory.status().servers().size() == 1;
        return writes && one && recipients >= WORTH_A_LEASE ? allotments.lease().take() : CompletableFuture.completedStage(false);
    }

    /** After a run. */
    void release() {
        allotments.lease().release();
    }

    /** Stamps those of a batch of changes, some at a time. */
    CompletionStage<Tally> stamp(List<Entry> recipients) {
        Tally tally = new Tally(recipients.size());
        Stamper stamper = stamper();
        CompletionStage<Void> stage = CompletableFuture.completedStage(null);
        for (int begin = 0; begin < recipients.size(); begin += settings.atOnce()) {
            List<Entry> group = recipients.subList(begin, Math.min(begin + settings.atOnce(), recipients.size()));
            stage = stage.thenCompose(before -> group(stamper, group, tally));
        }
        return stage.thenApply(done -> tally);
    }

    private static CompletionStage<Void> group(Stamper stamper, List<Entry> group, Tally tally) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        group.forEach(recipient -> all.add(stamper.stamp(recipient).thenAccept(tally::count).toCompletableFuture()));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }
}
