package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much is in a queue, counted as messages come and go: asking a queue of a million how it is costs nothing. The heap
 * that knows the oldest forgets those that left only when it is asked, or holds more of them than of those that are there.
 */
final class Holdings {
    private static final int SLACK = 64;

    private final Predicate<QueuedEntry> isThere;
    private PriorityQueue<QueuedEntry> byAge = heap();
    private int messages;
    private long octets;

    /** @param isThere whether a message is in the queue now */
    Holdings(Predicate<QueuedEntry> isThere) {
        this.isThere = isThere;
    }

    void came(QueuedEntry entry) {
        messages++;
        octets += entry.message().size();
        if (byAge.size() > 2 * messages + SLACK) {
            rebuild();
        }
        byAge.add(entry);
    }

    void left(QueuedEntry entry) {
        messages--;
        octets -= entry.message().size();
        if (messages == 0) {
            byAge.clear();
        }
    }

    int messages() {
        return messages;
    }

    long octets() {
        return octets;
    }

    /** When the oldest was accepted. */
    Optional<Instant> oldest() {
        while (!byAge.isEmpty() && !isThere.test(byAge.peek())) {
            byAge.poll();
        }
        return Optional.ofNullable(byAge.peek()).map(entry -> entry.message().arrived());
    }

    /** Each that is there once: one that left and came again is in the heap twice. */
    private void rebuild() {
        Set<QueuedEntry> there = Collections.newSetFromMap(new IdentityHashMap<>());
        byAge.stream().filter(isThere).forEach(there::add);
        byAge = heap();
        byAge.addAll(there);
    }

    private static PriorityQueue<QueuedEntry> heap() {
        return new PriorityQueue<>(Comparator.comparing(entry -> entry.message().arrived()));
    }
}
