package org.waypost.spool;

import java.nio.ByteBuffer;
import java.util.List;
import org.waypost.mail.ContentId;

/** The content of a message that is about to be accepted. */
public sealed interface Content {
    long size();

    /**
     * Held in memory, to be written together with the envelope.
     *
     * @param parts in order; their remaining bytes are the content and are not changed
     */
    record Inline(List<ByteBuffer> parts) implements Content {
        public Inline {
            parts = List.copyOf(parts);
        }

        @Override
        public long size() {
            return parts.stream().mapToLong(ByteBuffer::remaining).sum();
        }
    }

    /**
     * Written before by {@link Spool#append}.
     *
     * @param size octets appended
     */
    record Stored(ContentId id, long size) implements Content {}

    /** Already in the spool as the content of another message, which is shared. */
    record Shared(ContentId id, long size) implements Content {}
}
