package org.waypost.rus.engine;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What one attempt to stamp a recipient gets for it; closed once, when the attempt is over. Any thread. */
interface Allotment extends AutoCloseable {
    /** Takes all of them for the recipient, or none because another has one. @param keys such as {@code smtp:alice@example.com} */
    CompletionStage<Boolean> take(List<String> keys);

    /** Whether what was taken may be written now; if not, it is to be tried again by another one. */
    boolean isValid();

    @Override
    void close();
}
