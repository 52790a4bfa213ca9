package org.waypost.testkit.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.waypost.service.ServiceAwayException;
import org.waypost.spool.Spool;
import org.waypost.spool.SpoolFullException;
import org.waypost.testkit.time.ManualClock;

class MemorySpoolTest implements SpoolContract {
    private final MemorySpool spool = new MemorySpool(new ManualClock());

    @Override
    public Spool spool() {
        return spool;
    }

    @Test
    void fullSpoolStoresNothing() {
        spool.full(true);
        var accept = spool.accept(SampleMessages.inline(spool.nextId(), "x", 1)).toCompletableFuture();
        assertInstanceOf(SpoolFullException.class, assertThrows(CompletionException.class, accept::join).getCause());
        assertEquals(0, spool.size());
    }

    @Test
    void closedSpoolIsAway() {
        Spool.Lease lease = spool.lease("queue", "one").orElseThrow();
        spool.close();
        assertFalse(lease.isValid());
        var accept = spool.accept(SampleMessages.inline(new org.waypost.mail.MessageId(1), "x", 1)).toCompletableFuture();
        assertInstanceOf(ServiceAwayException.class, assertThrows(CompletionException.class, accept::join).getCause());
    }
}
