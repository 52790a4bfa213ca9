package org.waypost.rus.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.rus.lease.Lease;
import org.waypost.rus.lease.LeaseWatch;

/**
 * Takes addresses by reserving each. If somebody had the lease of runs meanwhile, he may have looked for an address
 * before it was reserved here: then the decision waits until all of his from that time are written.
 */
final class Reserved implements Allotment {
    private final Grip grip;
    private final Holders holders;
    private final Reservations reservations;
    private final LeaseWatch watch;
    private final Crowd crowd;

    Reserved(Grip grip, Holders holders, Reservations reservations, LeaseWatch watch, Crowd crowd) {
        this.grip = grip;
        this.holders = holders;
        this.reservations = reservations;
        this.watch = watch;
        this.crowd = crowd;
        crowd.more();
    }

    @Override
    public CompletionStage<Boolean> take(List<String> keys) {
        return grip.take(keys, () -> watch.known().thenCompose(before -> ifSo(holders.areFree(keys, grip.recipient()),
                () -> ifSo(reserve(keys), () -> confirm(keys, before)))));
    }

    private CompletionStage<Boolean> reserve(List<String> keys) {
        CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
        for (String key : keys) {
            all = ifSo(all, () -> reservations.reserve(key, grip.recipient()));
        }
        return all;
    }

    private CompletionStage<Boolean> confirm(List<String> keys, Lease before) {
        return watch.fresh().thenCompose(now -> {
            if (now.equals(before) && now.isFree()) {
                return CompletableFuture.completedStage(true);
            }
            crowd.less();
            return watch.passed(now).whenComplete((lease, failure) -> crowd.more())
                    .thenCompose(passed -> holders.areFree(keys, grip.recipient()));
        });
    }

    private static CompletionStage<Boolean> ifSo(CompletionStage<Boolean> first, Supplier<CompletionStage<Boolean>> then) {
        return first.thenCompose(so -> so ? then.get() : CompletableFuture.completedStage(false));
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public void close() {
        grip.dropAll();
        crowd.less();
    }
}
