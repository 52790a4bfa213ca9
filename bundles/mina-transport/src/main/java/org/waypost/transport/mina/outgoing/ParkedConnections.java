package org.waypost.transport.mina.outgoing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.connection.FrozenConversation;
import org.waypost.transport.mina.connection.Channel;

/** Idle outgoing connections by key, bounded in number; the latest parked is taken first. Any thread. */
final class ParkedConnections {
    private final Map<String, ArrayDeque<Entry>> byKey = new HashMap<>();
    private final Map<Channel, Entry> byChannel = new HashMap<>();

    /**
     * @param max how many in all
     * @return false if the pool is full
     */
    synchronized boolean add(Entry entry, int max) {
        if (byChannel.size() >= max) {
            return false;
        }
        byKey.computeIfAbsent(entry.key, key -> new ArrayDeque<>()).push(entry);
        byChannel.put(entry.channel, entry);
        return true;
    }

    synchronized Optional<Entry> take(String key) {
        ArrayDeque<Entry> entries = byKey.get(key);
        Optional<Entry> latest = entries == null ? Optional.empty() : Optional.of(entries.peek());
        latest.ifPresent(entry -> remove(entry.channel));
        return latest;
    }

    synchronized int count(String key) {
        return byKey.containsKey(key) ? byKey.get(key).size() : 0;
    }

    synchronized void remove(Channel channel) {
        Entry entry = byChannel.remove(channel);
        if (entry != null) {
            ArrayDeque<Entry> entries = byKey.get(entry.key);
            entries.remove(entry);
            if (entries.isEmpty()) {
                byKey.remove(entry.key);
            }
        }
    }

    /** Takes out those whose time is over. */
    synchronized List<Channel> takeExpired(long now) {
        List<Channel> expired = new ArrayList<>();
        byChannel.values().stream().filter(entry -> now - entry.until >= 0).forEach(entry -> expired.add(entry.channel));
        expired.forEach(this::remove);
        return expired;
    }

    /** @param until nanoseconds of the monotonic clock */
    record Entry(String key, Channel channel, FrozenConversation state, long until) {}
}
