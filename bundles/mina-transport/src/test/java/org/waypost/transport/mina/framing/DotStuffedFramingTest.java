package org.waypost.transport.mina.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

class DotStuffedFramingTest {
    private static final String END = "\r\n.\r\n";

    /** What came out of one data, and what is left behind it. */
    private record Decoded(String data, boolean ended, boolean bare, String rest) {}

    private static Decoded decode(String text, boolean mend, int maxPart, Random cuts) {
        byte[] all = text.getBytes(ISO_8859_1);
        InputBuffer input = new InputBuffer();
        DotStuffedFraming framing = new DotStuffedFraming();
        StringBuilder data = new StringBuilder();
        boolean bare = false;
        boolean ended = false;
        int at = 0;
        while (at < all.length && !ended) {
            int length = cuts == null ? all.length : Math.min(all.length - at, 1 + cuts.nextInt(4));
            input.add(ByteBuffer.wrap(java.util.Arrays.copyOfRange(all, at, at + length)));
            at += length;
            Unit.Part part = framing.next(input, new Want.DotStuffed(maxPart, mend));
            while (part != null && !ended) {
                assertTrue(part.bytes().remaining() <= maxPart);
                assertTrue(part.last() || part.bytes().hasRemaining());
                data.append(ISO_8859_1.decode(part.bytes()));
                bare |= part.bareLineEnds();
                ended = part.last();
                part = ended ? null : framing.next(input, new Want.DotStuffed(maxPart, mend));
            }
        }
        String rest = new String(input.take(input.size()), ISO_8859_1) + new String(all, at, all.length - at, ISO_8859_1);
        return new Decoded(data.toString(), ended, bare, rest);
    }

    private static Decoded decode(String text, boolean mend) {
        return decode(text, mend, 1 << 16, null);
    }

    @Test
    void endsAtOnceWhenTheFirstLineIsADot() {
        assertEquals(new Decoded("", true, false, "QUIT\r\n"), decode(".\r\nQUIT\r\n", false));
    }

    @Test
    void removesTheLeadingDotOnly() {
        assertEquals(new Decoded("a\r\n.\r\n.b\r\nc.d\r\n", true, false, ""), decode("a\r\n..\r\n..b\r\nc.d" + END, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\n.\r", "\r.\r\n", "\r\r\n.\r\r\n", "\n\r\n.\n\r\n"})
    void neverEndsOnAnythingElse(String trick) {
        for (boolean mend : new boolean[] {false, true}) {
            Decoded whole = decode("a" + trick + "MAIL" + END + "rest", mend);
            assertTrue(whole.ended());
            assertTrue(whole.bare());
            assertTrue(whole.data().contains("MAIL"), whole.data());
            assertEquals("rest", whole.rest());
        }
    }

    @ParameterizedTest
    @CsvSource({"'a\nb','a\r\nb'", "'a\rb','a\r\nb'", "'a\r\rb','a\r\n\r\nb'", "'a\n\nb','a\r\n\r\nb'"})
    void mendsWhenAsked(String sent, String mended) {
        assertEquals(mended + "\r\n", decode(sent + END, true).data());
        assertEquals(sent + "\r\n", decode(sent + END, false).data());
    }

    @Test
    void cleanLineEndsAreNotFlagged() {
        assertFalse(decode("a\r\nb" + END, false).bare());
    }

    @Test
    void anySplitAndPartSizeGiveTheSame() {
        Random random = new Random(7);
        String alphabet = "ab.\r\n";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(random.nextInt(4) == 0 ? "\r\n" : String.valueOf(alphabet.charAt(random.nextInt(5))));
            }
            text.append(END).append("NOOP\r\n");
            boolean mend = random.nextBoolean();
            Decoded whole = decode(text.toString(), mend);
            assertTrue(whole.ended());
            assertEquals(whole, decode(text.toString(), mend, 1 + random.nextInt(7), random));
            assertEquals(reference(text.toString(), mend), whole.data());
        }
    }

    /** The rules again, slowly, over the whole text. */
    private static String reference(String text, boolean mend) {
        String body = text.startsWith(".\r\n") ? "" : text.substring(0, text.indexOf(END) + 2);
        String unstuffed = ("\r\n" + body).replace("\r\n.", "\r\n").substring(2);
        return mend ? unstuffed.replaceAll("\r\n|\r|\n", "\r\n") : unstuffed;
    }
}
