package org.waypost.format.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.format.message.Preview.Field;

class PreviewTest {
    private static final String MIXED = """
            From: =?UTF-8?Q?J=C3=BCrgen?= <j@example.org>
            Subject: two
             lines
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            preamble
            --b
            Content-Type: text/html

            <p>Hello</p>
            --b
            Content-Type: text/plain; charset=ISO-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe
            --b--
            """;

    @Test
    void theHeaderIsUnfoldedAndDecodedAndPlainTextIsPreferred() {
        Preview preview = preview(MIXED);
        assertEquals(new Field("From", "J\u00fcrgen <j@example.org>"), preview.fields().get(0));
        assertEquals(new Field("Subject", "two lines"), preview.fields().get(1));
        assertEquals(4, preview.fields().size());
        assertEquals("text/plain", preview.part());
        assertEquals("Gr\u00fc\u00dfe", preview.text().trim());
    }

    @Test
    void withoutPlainTextAnyTextIsShownAndWithoutTextNone() {
        assertEquals("text/html", preview(MIXED.substring(0, MIXED.indexOf("--b\nContent-Type: text/plain"))).part());
        Preview picture = preview("Subject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n");
        assertEquals("", picture.part());
        assertEquals("", picture.text());
    }

    @Test
    void aSimpleMessageIsPlainText() {
        Preview preview = preview("Subject: <b>hi</b>\n\nHello \u00e4\n");
        assertEquals(List.of(new Field("Subject", "<b>hi</b>")), preview.fields());
        assertEquals("Hello \u00e4", preview.text().trim());
    }

    @Test
    void anUnknownCharsetIsReadAsUtf8() {
        assertEquals("\u00e4", preview("Content-Type: text/plain; charset=no-such\n\n\u00e4\n").text().trim());
    }

    /** A message that ends anywhere, or has anything changed, is shown as far as it can be. */
    @Test
    void nothingThatAStrangerSendsBreaksIt() {
        byte[] whole = MIXED.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(20); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertNotNull(Preview.of(ByteBuffer.wrap(bytes, 0, random.nextInt(bytes.length))));
        }
    }

    private static Preview preview(String text) {
        return Preview.of(ByteBuffer.wrap(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
