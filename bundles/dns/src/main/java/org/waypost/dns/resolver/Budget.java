package org.waypost.dns.resolver;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one lookup may cost, with all that it needs on the way: more is a loop, or somebody who makes others work. Any
 * thread.
 */
final class Budget {
    static final int MAX_QUERIES = 64;
    /** Each costs the whole timeout. */
    static final int MAX_SILENCES = 8;

    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicInteger silences = new AtomicInteger();

    /** @throws IOException if it is used up */
    void takeQuery() throws IOException {
        if (silences.get() >= MAX_SILENCES) {
            throw new IOException(MAX_SILENCES + " servers did not answer");
        }
        if (queries.incrementAndGet() > MAX_QUERIES) {
            throw new IOException("no answer after " + MAX_QUERIES + " queries");
        }
    }

    void noteSilence() {
        silences.incrementAndGet();
    }
}
