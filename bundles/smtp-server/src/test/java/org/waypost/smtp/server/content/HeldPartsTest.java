package org.waypost.smtp.server.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldPartsTest {
    @Test
    void singleBytesAreGathered() {
        HeldParts held = new HeldParts();
        for (int i = 0; i < 100_000; i++) {
            held.add(ByteBuffer.wrap(new byte[] {(byte) i}));
        }
        assertTrue(held.parts().size() < 40, "parts " + held.parts().size());
        assertEquals(100_000, held.octets());
    }

    @Test
    void orderIsKept() {
        Random random = new Random(7);
        HeldParts held = new HeldParts();
        ByteBuffer expected = ByteBuffer.allocate(2_000_000);
        for (int i = 0; i < 500; i++) {
            byte[] part = new byte[random.nextInt(i % 5 == 0 ? 9000 : 60)];
            random.nextBytes(part);
            expected.put(part);
            held.add(ByteBuffer.wrap(part));
            if (i % 50 == 0) {
                held.parts();
            }
        }
        byte[] all = new byte[expected.position()];
        expected.flip().get(all);
        assertArrayEquals(all, held.bytes());
        assertEquals(all.length, held.drain().stream().mapToInt(ByteBuffer::remaining).sum());
        assertEquals(0, held.bytes().length);
    }
}
