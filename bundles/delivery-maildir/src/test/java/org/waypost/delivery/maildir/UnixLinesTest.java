package org.waypost.delivery.maildir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnixLinesTest {
    @Test
    void anySplitGivesTheSame() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, 3).forEach(i -> text.append("\r\nx".charAt(i)));
            String input = text.toString();
            int split = random.nextInt(input.length() + 1);
            UnixLines lines = new UnixLines();
            String output = text(lines.convert(bytes(input.substring(0, split))))
                    + text(lines.convert(bytes(input.substring(split)))) + text(lines.end());
            assertEquals(input.replace("\r\n", "\n"), output);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.US_ASCII.decode(bytes).toString();
    }
}
