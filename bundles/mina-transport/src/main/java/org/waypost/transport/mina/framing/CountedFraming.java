package org.waypost.transport.mina.framing;

import java.nio.ByteBuffer;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/** Takes a given number of octets as they are (RFC 3030). Each want says how many are left, so it has no state. */
final class CountedFraming {
    /** The next part, or null while there is nothing to give. */
    Unit.Part next(InputBuffer input, Want.Counted want) {
        if (input.size() == 0 && want.remaining() > 0) {
            return null;
        }
        int length = (int) Math.min(want.remaining(), Math.min(want.maxPart(), input.size()));
        return new Unit.Part(ByteBuffer.wrap(input.take(length)), length == want.remaining(), false);
    }
}
