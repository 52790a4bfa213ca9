package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What one attempt has claimed for its recipient. Any thread. */
final class Grip {
    private final Claims claims;
    private final UUID recipient;
    private final List<String> claimed = new ArrayList<>();

    Grip(Claims claims, UUID recipient) {
        this.claims = claims;
        this.recipient = recipient;
    }

    UUID recipient() {
        return recipient;
    }

    /** Claims all or none, and keeps that only if the directory allows it. @param check asked while they are claimed */
    CompletionStage<Boolean> take(List<String> keys, Supplier<CompletionStage<Boolean>> check) {
        if (!claims.claim(keys, recipient)) {
            return CompletableFuture.completedStage(false);
        }
        synchronized (this) {
            claimed.addAll(keys);
        }
        return check.get().thenApply(done -> {
            if (!done) {
                drop(keys);
            }
            return done;
        });
    }

    void dropAll() {
        synchronized (this) {
            claims.drop(claimed);
            claimed.clear();
        }
    }

    private synchronized void drop(List<String> keys) {
        keys.forEach(claimed::remove);
        claims.drop(keys);
    }
}
