package org.waypost.rus.lease;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.WriteResult;

/** The entry of the lease, kept for ever. No reservation has its name, since addresses have a colon in theirs. Any thread. */
final class LeaseEntry {
    private static final String NAME = "bulk";
    private static final String OWNER = "waypostOwner";

    private final Container container;

    LeaseEntry(Container container) {
        this.container = container;
    }

    CompletionStage<Lease> read() {
        return container.read(NAME, Set.of(OWNER)).thenApply(found -> found.flatMap(entry -> entry.value(OWNER)).map(Lease::new).orElse(Lease.NEVER));
    }

    /** Done only if it was as {@code before}. */
    CompletionStage<WriteResult> change(Lease before, Lease after) {
        return before.equals(Lease.NEVER) ? container.add(NAME, after.text()) : container.change(NAME, before.text(), after.text());
    }
}
