package org.waypost.transport.mina.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

class CountedFramingTest {
    private final InputBuffer input = new InputBuffer();
    private final CountedFraming framing = new CountedFraming();

    @Test
    void anEmptyChunkIsAnsweredAtOnce() {
        Unit.Part part = framing.next(input, new Want.Counted(0, 10));
        assertTrue(part.last());
        assertFalse(part.bytes().hasRemaining());
    }

    @Test
    void takesNoMoreThanThePartAndTheChunk() {
        assertNull(framing.next(input, new Want.Counted(5, 3)));
        input.add(ByteBuffer.wrap("..\r\n.rest".getBytes()));
        Unit.Part first = framing.next(input, new Want.Counted(5, 3));
        assertEquals("..\r", new String(first.bytes().array()));
        assertFalse(first.last());
        Unit.Part second = framing.next(input, new Want.Counted(2, 3));
        assertEquals("\n.", new String(second.bytes().array()));
        assertTrue(second.last());
        assertEquals(4, input.size());
    }
}
