package org.waypost.smtp.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataEncoderTest {
    @ParameterizedTest
    @CsvSource({"'',.|", "a,a|.|", "a|,a|.|", ".,..|.|", "a|.b|,a|..b|.|", "|.|,|..|.|", "a.b,a.b|.|", "..,...|.|"})
    void linesThatBeginWithADotGetAnother(String content, String expected) {
        assertEquals(lines(expected), whole(lines(content)));
    }

    @ParameterizedTest
    @CsvSource({"a\\nb,a|b|.|", "a\\rb,a|b|.|", "a\\n.\\nb,a|..|b|.|", "a\\r.\\rb,a|..|b|.|", "a\\r,a|.|", "a\\r\\r\\n,a||.|"})
    void bareLineEndsAreMendedAndEndNothing(String content, String expected) {
        assertEquals(lines(expected), whole(content.replace("\\r", "\r").replace("\\n", "\n")));
    }

    @Test
    void anySplitGivesTheSame() {
        Random random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                content.append("\r\n..a".charAt(random.nextInt(5)));
            }
            assertEquals(whole(content.toString()), split(content.toString(), random), content.toString());
        }
    }

    private static String whole(String content) {
        return text(new DataEncoder().encodeWhole(bytes(content)));
    }

    private static String split(String content, Random random) {
        DataEncoder encoder = new DataEncoder();
        StringBuilder sent = new StringBuilder();
        int at = 0;
        while (at < content.length()) {
            int end = at + 1 + random.nextInt(content.length() - at);
            sent.append(text(encoder.encode(bytes(content.substring(at, end)))));
            at = end;
        }
        return sent.append(text(encoder.finish())).toString();
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
}
