package org.waypost.format.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.format.text.Characters;

class XtextTest {
    @ParameterizedTest
    @CsvSource({"abc,abc", "a+b,a+2Bb", "a=b,a+3Db", "a b,a+20b", "é,+C3+A9", "'',''"})
    void encodes(String text, String xtext) {
        assertEquals(xtext, Xtext.encode(text));
        assertEquals(Optional.of(text), Xtext.decode(xtext));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a=b", "+", "+2", "+2g", "+2b", "é", "+0D+0A", "+00", "+FF", "\r"})
    void refusesWhatIsNoXtextOrNotPrintable(String xtext) {
        assertEquals(Optional.empty(), Xtext.decode(xtext));
    }

    @ParameterizedTest
    @CsvSource({"rfc822;a+b@x,rfc822;a+2Bb@x", "utf-8;é@x,utf-8;\\x{E9}@x", "utf-8;a+\\@x,utf-8;a\\x{2B}\\x{5C}@x", "utf-8;😀@x,utf-8;\\x{1F600}@x"})
    void originalRecipients(String original, String encoded) {
        assertEquals(encoded, OriginalRecipient.encode(original, false));
        assertEquals(Optional.of(original), OriginalRecipient.decode(encoded));
    }

    @Test
    void anInternationalOriginalRecipientIsItselfUnderSmtputf8() {
        assertEquals("utf-8;é\\x{2B}@x", OriginalRecipient.encode("utf-8;é+@x", true));
        assertEquals(Optional.of("utf-8;é+@x"), OriginalRecipient.decode("utf-8;é\\x{2B}@x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";a@b", "rfc822", "rfc822;", "rfc 822;a", "rfc822;a+0Ab", "utf-8;\\x{0A}", "utf-8;\\x{}", "utf-8;\\x{110000}",
        "utf-8;\\x{D800}", "utf-8;\\x{E9", "utf-8;\\y", "utf-8;a+b", "utf-8;a b"})
    void refusesMalformedOriginalRecipients(String value) {
        assertEquals(Optional.empty(), OriginalRecipient.decode(value));
    }

    @Test
    void anyTextGetsAnAnswerAndPrintableTextComesBack() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            String text = Fuzz.text(random, 10);
            Xtext.decode(text);
            OriginalRecipient.decode("utf-8;" + text);
            if (text.codePoints().noneMatch(Characters::isUnsafe)) {
                assertEquals(Optional.of(text), Xtext.decode(Xtext.encode(text)));
                assertTrue(Characters.isAscii(OriginalRecipient.encode("utf-8;" + text, false)));
                if (!text.isEmpty()) {
                    assertEquals(Optional.of("utf-8;" + text), OriginalRecipient.decode(OriginalRecipient.encode("utf-8;" + text, random.nextBoolean())));
                }
            }
        }
    }
}
