package org.waypost.testkit.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRunnerTest {
    @Test
    void sendsAndExpectsInOrder() {
        Canned server = new Canned("220 mx.example ready", "250-mx.example", "250 SIZE 100");
        ScriptRunner.run(SmtpScript.parse("""
                # a greeting, then EHLO
                S: 220 mx.example *

                C: EHLO c
                S: 250-mx.example
                S~ 250 SIZE \\d+
                X: close
                """), server);
        assertEquals("EHLO c\r\n", server.sent());
    }

    @Test
    void sendsRawBytesWithoutAddingAnything() {
        Canned server = new Canned();
        ScriptRunner.run(SmtpScript.parse("D: a\\nb\\r\\x00\\xff\\\\\nC64: DQo=\nC:\nD: é"), server);
        byte[] expected = {'a', '\n', 'b', '\r', 0, (byte) 0xFF, '\\', '\r', '\n', '\r', '\n', (byte) 0xC3, (byte) 0xA9};
        assertArrayEquals(expected, server.sent.toByteArray());
    }

    @Test
    void aWrongReplyFailsWithPlaceAndDialogue() {
        ScriptFailure failure = assertThrows(ScriptFailure.class,
                () -> ScriptRunner.run(SmtpScript.parse("t.smtp", "C: NOOP\nS: 250 OK"), new Canned("500 no")));
        assertTrue(failure.getMessage().contains("t.smtp:2"), failure.getMessage());
        assertTrue(failure.getMessage().contains("expected: 250 OK"), failure.getMessage());
        assertTrue(failure.getMessage().contains("found: 500 no"), failure.getMessage());
        assertTrue(failure.getMessage().contains("C: NOOP"), failure.getMessage());
    }

    @Test
    void aPatternMustMatchTheWholeLine() {
        assertThrows(ScriptFailure.class, () -> ScriptRunner.run(SmtpScript.parse("S~ 250"), new Canned("250 OK")));
    }

    @Test
    void anExactLineDoesNotAcceptMore() {
        assertThrows(ScriptFailure.class, () -> ScriptRunner.run(SmtpScript.parse("S: 250"), new Canned("250 OK")));
    }

    @Test
    void silenceFails() {
        assertThrows(ScriptFailure.class, () -> ScriptRunner.run(SmtpScript.parse("S: 250 *"), new Canned()));
    }

    @Test
    void anOpenConnectionFailsAnExpectedClose() {
        assertThrows(ScriptFailure.class, () -> ScriptRunner.run(SmtpScript.parse("X: close"), new Canned("250 still here")));
    }

    @Test
    void mistakesInTheScriptNameTheLine() {
        for (String wrong : new String[] {"Q: x", "hello", "D: \\q", "D: \\", "C64: %%", "S~ (", "X: open"}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> SmtpScript.parse("t", "#\n" + wrong));
            assertTrue(e.getMessage().startsWith("t:2: "), e.getMessage());
        }
    }

    @Test
    void aScriptInAFileIsNamedAfterIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("noop.smtp"), "C: NOOP\r\nS: 250 *\r\n");
        Canned server = new Canned("250 OK");
        ScriptRunner.run(SmtpScript.parse(file), server);
        assertEquals("NOOP\r\n", server.sent());
        assertEquals("noop.smtp", SmtpScript.parse(file).name());
    }

    /** A server that says what it was given, whatever it hears, and then closes. */
    private static final class Canned implements ScriptChannel {
        private final Deque<String> lines;
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

        Canned(String... lines) {
            this.lines = new ArrayDeque<>(Arrays.asList(lines));
        }

        String sent() {
            return sent.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void send(byte[] bytes) {
            sent.writeBytes(bytes);
        }

        @Override
        public String receiveLine(Duration patience) {
            if (lines.isEmpty()) {
                throw new ScriptFailure("nothing came");
            }
            return lines.remove();
        }

        @Override
        public boolean closed(Duration patience) {
            return lines.isEmpty();
        }
    }
}
