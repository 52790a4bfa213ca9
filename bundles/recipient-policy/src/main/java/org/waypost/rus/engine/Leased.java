package org.waypost.rus.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.rus.lease.BulkLease;

/** Takes addresses under the lease of runs: nothing is written for it but the recipient itself. */
final class Leased implements Allotment {
    private final Grip grip;
    private final BulkLease.Ticket ticket;
    private final Holders holders;
    private final Reservations reservations;
    private final Crowd crowd;
    private boolean took;

    /** @param ticket older than any search made here */
    Leased(Grip grip, BulkLease.Ticket ticket, Holders holders, Reservations reservations, Crowd crowd) {
        this.grip = grip;
        this.ticket = ticket;
        this.holders = holders;
        this.reservations = reservations;
        this.crowd = crowd;
        crowd.more();
    }

    @Override
    public CompletionStage<Boolean> take(List<String> keys) {
        synchronized (this) {
            took = true;
        }
        return grip.take(keys, () -> reservations.of(keys)
                .thenCombine(holders.of(keys), (reserved, held) -> areOpen(keys, reserved, held)).thenCompose(open -> open));
    }

    private CompletionStage<Boolean> areOpen(List<String> keys, Map<String, Optional<Reservation>> reserved, Map<String, Set<UUID>> held) {
        CompletionStage<Boolean> all = CompletableFuture.completedStage(
                held.values().stream().allMatch(holder -> Holders.areFree(holder, grip.recipient())));
        for (String key : keys) {
            all = all.thenCompose(open -> open ? reservations.isOpen(key, reserved.get(key), grip.recipient(), !held.get(key).isEmpty())
                    : CompletableFuture.completedStage(false));
        }
        return all;
    }

    @Override
    public synchronized boolean isValid() {
        return !took || ticket.isValid();
    }

    @Override
    public void close() {
        grip.dropAll();
        ticket.close();
        crowd.less();
    }
}
