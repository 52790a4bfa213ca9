package org.waypost.connection;

import java.nio.ByteBuffer;

/** One answer to a {@link Want}. Byte arrays and buffers belong to the receiver. */
public sealed interface Unit {

    /**
     * A line without its line end.
     *
     * @param bytes the content; at most the wanted length, empty when too long
     * @param tooLong whether the line was longer than wanted and has been discarded
     * @param bareLineEnd whether it was ended by LF alone, or holds a CR that no LF follows
     */
    record Line(byte[] bytes, boolean tooLong, boolean bareLineEnd) implements Unit {}

    /**
     * Part of dot-stuffed data (already unstuffed) or of a counted chunk.
     *
     * @param bytes a heap buffer; may be empty when last
     * @param last whether the data or the chunk is complete
     * @param bareLineEnds whether a CR or LF stood alone in this part (never set for a chunk); with
     *     mending on, it has been mended and is set all the same
     */
    record Part(ByteBuffer bytes, boolean last, boolean bareLineEnds) implements Unit {}

    /** The handshake is done. */
    record Secured(TlsInfo tls) implements Unit {}

    /** The wanted pause is over. */
    record Elapsed() implements Unit {}

    /** The peer sent nothing for as long as {@link Connection#read} allowed. The input is kept. */
    record TimedOut() implements Unit {}
}
