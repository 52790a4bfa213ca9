package org.waypost.rus.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.event.EventLog;

/** One directory and one set of policies, ready to stamp. Any thread. */
record Desk(String name, Directory directory, PolicySet policies, boolean writes, int atOnce, Stamper stamper) {
    static Desk of(String name, Directory directory, PolicySet policies, RusSettings settings, InstantSource clock, EventLog events) {
        boolean writes = settings.stamping().orElse(!directory.isForeign());
        Holders holders = new Holders(directory);
        String organization = policies.organization().orElseGet(() -> directory.base(Search.Role.CONFIGURATION));
        Optional<Reservations> reservations = writes
                ? Optional.of(new Reservations(directory, holders, organization, clock, events)) : Optional.empty();
        Stamper stamper = new Stamper(name, directory, policies, writes, new Numbers(holders, reservations), events);
        return new Desk(name, directory, policies, writes, settings.atOnce(), stamper);
    }

    /** Of what all recipients are held against; a report does not count as a stamping. */
    String fingerprint() {
        return (writes ? "" : "report ") + policies.fingerprint();
    }

    /** Stamps those of a batch of changes, some at a time. */
    CompletionStage<Tally> stamp(List<Entry> recipients) {
        Tally tally = new Tally(recipients.size());
        CompletionStage<Void> stage = CompletableFuture.completedStage(null);
        for (int begin = 0; begin < recipients.size(); begin += atOnce) {
            List<Entry> group = recipients.subList(begin, Math.min(begin + atOnce, recipients.size()));
            stage = stage.thenCompose(before -> group(group, tally));
        }
        return stage.thenApply(done -> tally);
    }

    private CompletionStage<Void> group(List<Entry> group, Tally tally) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        group.forEach(recipient -> all.add(stamper.stamp(recipient).thenAccept(tally::count).toCompletableFuture()));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }
}
