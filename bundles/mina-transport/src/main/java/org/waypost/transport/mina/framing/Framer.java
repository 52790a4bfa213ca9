package org.waypost.transport.mina.framing;

import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/** The framing state of one connection; it stays with the connection when the protocol is replaced. */
public final class Framer {
    private final LineFraming line = new LineFraming();
    private final DotStuffedFraming dotStuffed = new DotStuffedFraming();
    private final CountedFraming counted = new CountedFraming();

    /** The unit that answers the want, or null (hot path: no wrapper) when the input does not hold it yet. */
    public Unit next(Want want, InputBuffer input) {
        if (want instanceof Want.Line lineWant) {
            return line.next(input, lineWant.maxLength());
        }
        if (want instanceof Want.DotStuffed dataWant) {
            return dotStuffed.next(input, dataWant);
        }
        if (want instanceof Want.Counted chunkWant) {
            return counted.next(input, chunkWant);
        }
        return null;
    }

    /** Forgets what was begun, when the input is discarded. */
    public void reset() {
        line.reset();
        dotStuffed.reset();
    }
}
