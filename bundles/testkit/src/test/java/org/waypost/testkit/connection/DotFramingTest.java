package org.waypost.testkit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

class DotFramingTest {
    @Test
    void onlyCrLfDotCrLfEndsData() {
        assertEquals("a\r\n|LAST", run("a\r\n.\r\n", false));
        assertEquals("a\n.\n|BARE", run("a\n.\n", false));
        assertEquals("a\n\n.|BARE", run("a\n\n.", false));
        assertEquals("a\r\n\rb|BARE", run("a\r\n.\rb", false));
        assertEquals("|LAST", run(".\r\n", false));
    }

    @Test
    void stuffedDotsGo() {
        assertEquals(".a\r\n.\r\n|LAST", run("..a\r\n..\r\n.\r\n", false));
    }

    @Test
    void mendingNeverEndsTheData() {
        assertEquals("a\r\n.\r\n|BARE", run("a\n.\n", true));
    }

    private static String run(String text, boolean mend) {
        DotFraming framing = new DotFraming();
        StringBuilder got = new StringBuilder();
        boolean bare = false;
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            InputBytes input = new InputBytes();
            input.add(new byte[] {b});
            Optional<Unit> unit = framing.next(new Want.DotStuffed(100, mend), input);
            if (unit.isPresent() && unit.get() instanceof Unit.Part part) {
                got.append(StandardCharsets.US_ASCII.decode(part.bytes()));
                bare |= part.bareLineEnds();
                if (part.last()) {
                    return got + (bare ? "|LAST BARE" : "|LAST");
                }
            }
        }
        return got + (bare ? "|BARE" : "");
    }
}
