package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which recipient each address is being given to in this process, from before it is searched for until it is written,
 * so that later searches see it. Any thread.
 */
final class Claims {
    private final Map<String, Claim> claims = new HashMap<>();

    /** @param count how many stampings of the recipient rely on it */
    private record Claim(UUID recipient, int count) {}

    /** All of them or none. */
    synchronized boolean claim(Collection<String> keys, UUID recipient) {
        List<String> done = new ArrayList<>();
        for (String key : keys) {
            Claim now = claims.merge(key, new Claim(recipient, 1), (before, one) ->
                    before.recipient().equals(recipient) ? new Claim(recipient, before.count() + 1) : before);
            if (!now.recipient().equals(recipient)) {
                drop(done);
                return false;
            }
            done.add(key);
        }
        return true;
    }

    synchronized void drop(Collection<String> keys) {
        keys.forEach(key -> claims.computeIfPresent(key, (any, claim) ->
                claim.count() == 1 ? null : new Claim(claim.recipient(), claim.count() - 1)));
    }
}
