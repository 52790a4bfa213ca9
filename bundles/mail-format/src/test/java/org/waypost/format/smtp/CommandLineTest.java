package org.waypost.format.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "NOOP|NOOP|''", "noop |NOOP|''", "mail FROM:<>|MAIL|FROM:<>", "EHLO   a.example \t |EHLO|a.example",
        "x-Link2State first|X-LINK2STATE|first", "DATA\t|DATA|''", "VRFY é|VRFY|é", "VRFY 😀|VRFY|😀"})
    void cutsVerbFromArgument(String line, String verb, String argument) {
        assertEquals(new Parsed.Ok<>(new CommandLine(verb, argument)), parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " NOOP", "NOOP\0", "NO\rOP", "NOOP a\tb", "MAIL:FROM", "é", "NOOP \u0085", "NOOP \u2028", "NOOP \u007f"})
    void refusesWhatIsNoCommand(String line) {
        assertInstanceOf(Parsed.Bad.class, parse(line));
    }

    @Test
    void refusesMalformedUtf8() {
        assertInstanceOf(Parsed.Bad.class, CommandLine.parse(new byte[] {'N', 'O', 'O', 'P', ' ', (byte) 0xC0, (byte) 0xAF}));
    }

    @Test
    void anyBytesGetAnAnswerThatIsFitForAReply() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] line = new byte[random.nextInt(40)];
            random.nextBytes(line);
            if (random.nextBoolean()) {
                System.arraycopy("MAIL ".getBytes(StandardCharsets.US_ASCII), 0, line, 0, Math.min(5, line.length));
            }
            Fuzz.assertFit(CommandLine.parse(line));
        }
    }

    private static Parsed<CommandLine> parse(String line) {
        return CommandLine.parse(line.getBytes(StandardCharsets.UTF_8));
    }
}
