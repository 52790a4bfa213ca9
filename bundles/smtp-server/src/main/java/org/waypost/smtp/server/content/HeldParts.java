package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a content in memory. The first ones are kept as they came; later small ones are
 * gathered, so that a peer who sends byte by byte cannot make a thousand objects of a thousand octets.
 */
final class HeldParts {
    private static final int KEPT_AS_THEY_ARE = 16;
    private static final int SMALL = 2048;
    private static final int GATHERED = 8192;

    private final List<ByteBuffer> parts = new ArrayList<>(4);
    private ByteBuffer gathering;
    private int octets;

    int octets() {
        return octets;
    }

    void add(ByteBuffer part) {
        octets += part.remaining();
        if (parts.size() < KEPT_AS_THEY_ARE || part.remaining() > SMALL) {
            seal();
            parts.add(part);
        } else {
            gather(part);
        }
    }

    private void gather(ByteBuffer part) {
        if (gathering != null && gathering.remaining() < part.remaining()) {
            seal();
        }
        if (gathering == null) {
            gathering = ByteBuffer.allocate(GATHERED);
        }
        gathering.put(part);
    }

    private void seal() {
        if (gathering != null) {
            parts.add(gathering.flip());
            gathering = null;
        }
    }

    /** What is held, in order; adding may go on. */
    List<ByteBuffer> parts() {
        seal();
        return parts;
    }

    /** Hands over what is held and starts anew. */
    List<ByteBuffer> drain() {
        List<ByteBuffer> all = List.copyOf(parts());
        parts.clear();
        octets = 0;
        return all;
    }

    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(octets);
        parts().forEach(part -> all.put(part.duplicate()));
        return all.array();
    }
}
