package org.waypost.format.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderScannerTest {
    private static final String MESSAGE = "Received: from a\r\n\tby b; date\r\nreceived : from c\r\nX-Received: no\r\n"
            + "SUBJECT:  two\r\n  lines\r\nSubject: second\r\nMessage-ID: <1@x>\r\n\r\nReceived: in the body\r\n";

    @Test
    void countsHopsAndKeepsFirstValues() {
        HeaderScanner scanner = scan(MESSAGE);
        assertTrue(scanner.complete());
        assertEquals(2, scanner.receivedCount());
        assertEquals(6, scanner.fieldCount());
        assertEquals(Optional.of("two  lines"), scanner.field("subject"));
        assertEquals(Optional.of("<1@x>"), scanner.field("message-id"));
        assertEquals(Optional.empty(), scanner.field("from"));
        assertEquals(MESSAGE.indexOf("Received: in the body"), scanner.headerLength());
    }

    @Test
    void leavesTheBufferAsItWas() {
        ByteBuffer part = ByteBuffer.wrap("xxFrom: a\r\n\r\nyy".getBytes(StandardCharsets.US_ASCII));
        part.position(2).limit(13);
        HeaderScanner scanner = new HeaderScanner();
        scanner.feed(part);
        assertEquals(2, part.position());
        assertEquals(13, part.limit());
        assertEquals(11, scanner.headerLength());
        assertEquals(Optional.of("a"), scanner.field("from"));
    }

    @ParameterizedTest
    @CsvSource({"'\\n',true,1,0", "'\\r\\n',true,2,0", "'',false,0,0", "'body text\\r\\n',true,0,0", "'A: b\\r\\nbody text\\r\\n',true,6,1", "'A: b\\r\\n',false,6,1",
        "'A: b\\n\\nbody',true,6,1", "' folded first\\r\\n',true,0,0", "': no name\\r\\n',true,0,0", "'A: b\\r\\n\\rX',true,6,1", "'A: b\\r\\n c: d\\r\\n\\r\\n',true,15,1"})
    void findsTheEndOfTheHeader(String message, boolean complete, long length, int fields) {
        HeaderScanner scanner = scan(message.replace("\\r", "\r").replace("\\n", "\n"));
        assertEquals(complete, scanner.complete());
        assertEquals(length, scanner.headerLength());
        assertEquals(fields, scanner.fieldCount());
    }

    @Test
    void aBareLfCannotHideAHop() {
        assertEquals(2, scan("Received: a\nReceived: b\r\n\r\n").receivedCount());
    }

    @Test
    void valuesAreBoundedAndHarmless() {
        assertEquals(HeaderScanner.MAX_VALUE - 1, scan("Subject: " + "s".repeat(5000) + "\r\n\r\n").field("subject").orElseThrow().length());
        assertEquals(Optional.of("a?b"), scan("Subject: a\0b\r\n\r\n").field("subject"));
    }

    @Test
    void aValueIsKnownOnlyToItsEnd() {
        assertEquals(Optional.empty(), scan("Subject: a\r\n").field("subject"));
        assertEquals(Optional.of("a"), scan("Subject: a\r\nX").field("subject"));
    }

    @Test
    void anySplitGivesTheSameAnswer() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = message(random);
            HeaderScanner whole = new HeaderScanner();
            whole.feed(ByteBuffer.wrap(message));
            HeaderScanner split = new HeaderScanner();
            for (int at = 0; at < message.length;) {
                int end = Math.min(message.length, at + random.nextInt(8));
                split.feed(ByteBuffer.wrap(message, at, end - at));
                at = end;
                if (random.nextInt(4) == 0) {
                    split = HeaderScanner.thaw(split.freeze());
                }
            }
            assertEquals(describe(whole), describe(split));
        }
    }

    @Test
    void aForeignMapIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> HeaderScanner.thaw(Map.of("state", "DREAMING")));
        assertThrows(IllegalArgumentException.class, () -> HeaderScanner.thaw(Map.of()));
        assertFalse(HeaderScanner.thaw(new HeaderScanner().freeze()).complete());
    }

    private static byte[] message(Random random) {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            return noise;
        }
        String[] pieces = {"Received", "Subject", "From", ":", " ", "\t", "\r\n", "\r\n", "\n", "\r", "text", "é", "Message-Id: <a>", "X-Very-Long-Name-Of-A-Field"};
        StringBuilder out = new StringBuilder();
        for (int n = random.nextInt(25); n > 0; n--) {
            out.append(pieces[random.nextInt(pieces.length)]);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String describe(HeaderScanner scanner) {
        return scanner.complete() + " " + scanner.headerLength() + " " + scanner.receivedCount() + " " + scanner.fieldCount() + " "
                + HeaderScanner.KEPT.stream().map(scanner::field).toList();
    }

    private static HeaderScanner scan(String message) {
        HeaderScanner scanner = new HeaderScanner();
        scanner.feed(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
        return scanner;
    }
}
