package org.waypost.queue.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.waypost.mail.MessageId;

/** The messages in memory, bounded; what is beyond stays in the spool until there is room. */
final class MessageTable {
    private final NavigableMap<MessageId, QueuedEntry> entries = new TreeMap<>();
    private final IntSupplier limit;
    private Set<MessageId> lately = new HashSet<>();
    private Set<MessageId> before = new HashSet<>();
    private boolean remembering;

    /** @param limit how many messages may be in memory */
    MessageTable(IntSupplier limit) {
        this.limit = limit;
    }

    boolean hasRoom() {
        return entries.size() < limit.getAsInt();
    }

    /** Whether it pays to list the spool again. */
    boolean hasMuchRoom() {
        return entries.size() < Math.max(1, limit.getAsInt() / 10 * 9);
    }

    int size() {
        return entries.size();
    }

    /** Whether it is in memory or was until a moment ago. */
    boolean isKnown(MessageId id) {
        return entries.containsKey(id) || lately.contains(id) || before.contains(id);
    }

    Optional<QueuedEntry> find(MessageId id) {
        return Optional.ofNullable(entries.get(id));
    }

    void add(QueuedEntry entry) {
        entries.put(entry.message().id(), entry);
    }

    void remove(QueuedEntry entry) {
        entries.remove(entry.message().id(), entry);
        if (remembering) {
            lately.add(entry.message().id());
        }
    }

    /**
     * While the spool is being listed a page may still name a message that is done by now, which must
     * not be taken in again. Off forgets them all.
     */
    void rememberDone(boolean on) {
        remembering = on;
        if (!on) {
            lately.clear();
            before.clear();
        }
    }

    /** A page that is asked for from now on does not hold what was done before the last page was asked for. */
    void newPage() {
        before = lately;
        lately = new HashSet<>();
    }

    /** By id; all if there is none to begin after. */
    Iterator<QueuedEntry> after(Optional<MessageId> id) {
        return id.map(last -> entries.tailMap(last, false)).orElse(entries).values().iterator();
    }

    Collection<QueuedEntry> all() {
        return entries.values();
    }

    /** Another one works on the spool: what is known here is not true any more. */
    void forgetAll() {
        entries.values().forEach(QueuedEntry::forget);
        entries.clear();
    }
}
