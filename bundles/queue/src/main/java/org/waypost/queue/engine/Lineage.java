package org.waypost.queue.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.Address;
import org.waypost.mail.Recipient;

/**
 * Where a recipient comes from, which tells whether what it stands for leads in a circle.
 *
 * @param recipient to be replaced by others
 * @param ancestors those it was expanded from, the nearest first
 */
record Lineage(QueuedEntry entry, Recipient recipient, List<Recipient> ancestors) {
    private static final int MAX_DEPTH = 20;

    static Lineage of(QueuedEntry entry, Recipient recipient) {
        List<Recipient> ancestors = new ArrayList<>();
        for (Optional<Recipient> row = entry.parentOf(recipient); row.isPresent(); row = entry.parentOf(row.get())) {
            ancestors.add(row.get());
        }
        return new Lineage(entry, recipient, ancestors);
    }

    /** All of the addresses are ancestors, or there are too many ancestors to believe in an end. */
    boolean isCircle(List<Address> addresses) {
        return ancestors.size() >= MAX_DEPTH || own().containsAll(addresses);
    }

    /** Those that are neither ancestors nor recipients of the message already. */
    List<Address> fresh(List<Address> addresses) {
        Set<Address> known = own();
        entry.waiting().map(Recipient::address).forEach(known::add);
        entry.expanded().stream().map(Recipient::address).forEach(known::add);
        return addresses.stream().filter(known::add).toList();
    }

    private Set<Address> own() {
        Set<Address> own = new HashSet<>();
        ancestors.forEach(ancestor -> own.add(ancestor.address()));
        own.add(recipient.address());
        return own;
    }
}
