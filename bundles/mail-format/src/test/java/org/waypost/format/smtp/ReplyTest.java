package org.waypost.format.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Reply;

class ReplyTest {
    @Test
    void writesTheStatusOnEachLine() {
        assertEquals("550-5.1.1 no\r\n550 5.1.1 such user\r\n",
                write(new Reply(550, Optional.of(EnhancedStatus.of("5.1.1")), List.of("no", "such user"))));
        assertEquals("250-mx\r\n250 SIZE\r\n", write(new Reply(250, Optional.empty(), List.of("mx", "SIZE"))));
        assertEquals("354 \r\n", write(Reply.of(354, "")));
    }

    @Test
    void aTextCannotEndItsLine() {
        assertEquals("550 5.7.1 a??250 b? c\r\n", write(Reply.of(550, "5.7.1", "a\r\n250 b\0\tc")));
    }

    @Test
    void noLineIsLongerThan512Octets() {
        String text = write(Reply.of(550, "5.7.1", "é".repeat(700)));
        String[] lines = text.split("\r\n");
        assertTrue(lines.length > 1);
        for (String line : lines) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 510);
        }
        assertEquals(700, text.chars().filter(c -> c == 'é').count());
    }

    @Test
    void readsAReplyOfSeveralLines() {
        ReplyReader reader = new ReplyReader();
        assertTrue(reader.line(bytes("250-2.1.5 one")).isEmpty());
        assertTrue(reader.isInside());
        assertTrue(reader.line(bytes("250-")).isEmpty());
        assertEquals(ok(new Reply(250, Optional.of(EnhancedStatus.of("2.1.5")), List.of("one", "", "two"))), reader.line(bytes("250 2.1.5 two")));
        assertFalse(reader.isInside());
        assertEquals(ok(Reply.of(354, "")), reader.line(bytes("354")));
    }

    @Test
    void onlyAFittingStatusIsOne() {
        for (String text : new String[] {"5.1.1 x", "2.1 x", "2.1.1.1 x", "2.01.1 x", "2.1.1000 x", "x 2.1.1", "2..1 x"}) {
            assertEquals(ok(Reply.of(250, text)), new ReplyReader().line(bytes("250 " + text)));
        }
        assertEquals(ok(Reply.of(250, "2.1.1", "")), new ReplyReader().line(bytes("250 2.1.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "hello", "150 x", "650 x", "2x0 x", "250x", "250\tx"})
    void refusesWhatIsNoReply(String line) {
        assertInstanceOf(Parsed.Bad.class, new ReplyReader().line(bytes(line)).orElseThrow());
    }

    @Test
    void codesOfOneReplyMustBeTheSame() {
        ReplyReader reader = new ReplyReader();
        reader.line(bytes("250-a"));
        assertInstanceOf(Parsed.Bad.class, reader.line(bytes("550 b")).orElseThrow());
        assertEquals(ok(Reply.of(550, "b")), reader.line(bytes("550 b")));
    }

    @Test
    void anEndlessReplyIsCut() {
        assertEquals(ReplyReader.MAX_LINES + 1, linesUntilBad("250-x"));
        assertEquals(7, linesUntilBad("250-" + "x".repeat(10_000)));
    }

    @Test
    void thePeersControlCharactersStayOutside() {
        assertEquals(ok(Reply.of(550, "a?b?")), new ReplyReader().line(bytes("550 a\rb\0")));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            Reply reply = random(random);
            ReplyReader reader = new ReplyReader();
            Optional<Parsed<Reply>> read = Optional.empty();
            String[] lines = write(reply).split("\r\n");
            for (String line : lines) {
                assertTrue(read.isEmpty());
                read = reader.line(bytes(line));
            }
            assertEquals(ok(reply), read);
        }
    }

    @Test
    void anyBytesGetAnAnswer() {
        Random random = new Random(6);
        ReplyReader reader = new ReplyReader();
        for (int i = 0; i < 100_000; i++) {
            byte[] line = new byte[random.nextInt(12)];
            random.nextBytes(line);
            for (int j = 0; j < Math.min(3, line.length) && random.nextInt(10) > 0; j++) {
                line[j] = (byte) ('0' + random.nextInt(7));
            }
            reader.line(line).ifPresent(Fuzz::assertFit);
        }
    }

    private static Reply random(Random random) {
        int kind = 2 + random.nextInt(4);
        List<String> text = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            text.add("x" + "yz é".repeat(random.nextInt(5)));
        }
        Optional<EnhancedStatus> status = kind == 3 || random.nextBoolean() ? Optional.empty()
                : Optional.of(new EnhancedStatus(kind, random.nextInt(8), random.nextInt(1000)));
        return new Reply(kind * 100 + random.nextInt(100), status, text);
    }

    private static int linesUntilBad(String line) {
        ReplyReader reader = new ReplyReader();
        int lines = 1;
        while (reader.line(bytes(line)).isEmpty()) {
            lines++;
        }
        return lines;
    }

    private static Optional<Parsed<Reply>> ok(Reply reply) {
        return Optional.of(new Parsed.Ok<>(reply));
    }

    private static String write(Reply reply) {
        return new String(ReplyFormat.write(reply), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
