package org.waypost.testkit.spool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.waypost.mail.ContentId;
import org.waypost.spool.Content;

/** The contents of a {@link MemorySpool} and how many messages share each. Guarded by the spool. */
final class MemoryContents {
    private final Map<ContentId, byte[]> bytes = new HashMap<>();
    private final Map<ContentId, Integer> references = new HashMap<>();

    int count() {
        return bytes.size();
    }

    void append(ContentId id, long offset, ByteBuffer part) {
        byte[] before = bytes.getOrDefault(id, new byte[0]);
        if (offset > before.length) {
            throw new IllegalStateException("append at " + offset + " to a content of " + before.length);
        }
        ByteBuffer source = part.duplicate();
        int end = (int) offset + source.remaining();
        byte[] after = Arrays.copyOf(before, Math.max(before.length, end));
        source.get(after, (int) offset, source.remaining());
        bytes.put(id, after);
    }

    void discard(ContentId id) {
        if (!references.containsKey(id)) {
            bytes.remove(id);
        }
    }

    ByteBuffer read(ContentId id, long offset, int max) {
        byte[] all = bytes.get(id);
        if (!references.containsKey(id)) {
            throw new NoSuchElementException("no content " + id.value());
        }
        int from = (int) Math.min(offset, all.length);
        int to = (int) Math.min((long) from + max, all.length);
        return ByteBuffer.wrap(Arrays.copyOfRange(all, from, to));
    }

    /** Fails if the content can't be taken; changes nothing. */
    void check(ContentId id, Content content, Set<ContentId> brought) {
        boolean shares = content instanceof Content.Shared;
        if ((references.containsKey(id) || brought.contains(id)) != shares) {
            throw new IllegalStateException("content " + id.value() + (shares ? " is not" : " is already") + " in the spool");
        }
        if (content instanceof Content.Stored stored && bytes.getOrDefault(id, new byte[0]).length < stored.size()) {
            throw new IllegalStateException("content " + id.value() + " is shorter than " + stored.size());
        }
        brought.add(id);
    }

    void take(ContentId id, Content content) {
        if (content instanceof Content.Inline inline) {
            ByteBuffer all = ByteBuffer.allocate((int) inline.size());
            inline.parts().forEach(part -> all.put(part.duplicate()));
            bytes.put(id, all.array());
        } else if (content instanceof Content.Stored stored) {
            bytes.compute(id, (key, all) -> Arrays.copyOf(all == null ? new byte[0] : all, (int) stored.size()));
        }
        references.merge(id, 1, Integer::sum);
    }

    void release(ContentId id) {
        if (references.merge(id, -1, (count, less) -> count + less == 0 ? null : count + less) == null) {
            bytes.remove(id);
        }
    }
}
