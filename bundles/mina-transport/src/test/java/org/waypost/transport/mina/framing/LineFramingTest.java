package org.waypost.transport.mina.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.connection.Unit;

class LineFramingTest {
    private static List<String> lines(String text, int max, Random cuts) {
        InputBuffer input = new InputBuffer();
        LineFraming framing = new LineFraming();
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length();) {
            int length = cuts == null ? text.length() : Math.min(text.length() - at, 1 + cuts.nextInt(4));
            input.add(ByteBuffer.wrap(text.substring(at, at + length).getBytes(ISO_8859_1)));
            at += length;
            for (Unit.Line line = framing.next(input, max); line != null; line = framing.next(input, max)) {
                lines.add(new String(line.bytes(), ISO_8859_1) + (line.tooLong() ? "!long" : "")
                        + (line.bareLineEnd() ? "!bare" : ""));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "'abc\r\n', abc", "'\r\n', ''", "'abcdef\r\n', abcdef", "'abcdefg\r\n', !long", "'abcdefghijkl\r\n', !long",
        "'abc\n', abc!bare", "'a\rb\r\n', 'a\rb!bare'", "'a\r\r\n', 'a\r!bare'", "'abcdefghi\rjkl\r\n', !long!bare",
        "'abcdefghi\n', !long!bare"
    })
    void cutsLines(String text, String line) {
        assertEquals(List.of(line), lines(text, 6, null));
    }

    @Test
    void anySplitGivesTheSame() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(random.nextInt(8) == 0 ? "\r\n" : String.valueOf("abcdefg\r\n".charAt(random.nextInt(9))));
            }
            assertEquals(lines(text.toString(), 8, null), lines(text.toString(), 8, random), text.toString());
        }
    }

    @Test
    void anEndlessLineIsNotHeldInMemory() {
        InputBuffer input = new InputBuffer();
        LineFraming framing = new LineFraming();
        for (int i = 0; i < 1000; i++) {
            input.add(ByteBuffer.wrap(new byte[1000]));
            framing.next(input, 500);
            assertEquals(0, input.size());
        }
    }
}
