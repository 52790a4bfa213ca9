package org.waypost.smtp.server.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.waypost.connection.FrozenConversation;

class MessageIdReaderTest {
    @Test
    void theFirstFieldOfThatNameCounts() {
        assertEquals("<a@b>", read("Subject: Message-ID: <x@y>\r\nMESSAGE-ID:<a@b>\r\nMessage-ID: <c@d>\r\n\r\n"));
        assertEquals("<a@b>", read("Message-ID:\r\n\t<a@b>\r\n  (comment)\r\nTo: x\r\n\r\n"));
        assertEquals("<a@b>", read("Message-ID: <a@b>"));
        assertEquals("no.brackets@b", read("Message-ID: no.brackets@b\r\n\r\n"));
    }

    @Test
    void bodiesAndOtherFieldsHaveNone() {
        assertEquals("", read("Subject: x\r\n\r\nMessage-ID: <a@b>\r\n"));
        assertEquals("", read("X-Message-ID: <a@b>\r\nMessage-IDs: <a@b>\r\n\r\n"));
        assertEquals("", read("\r\nMessage-ID: <a@b>\r\n"));
        assertEquals("", read(""));
    }

    @Test
    void itsLengthIsBounded() {
        assertEquals(998, read("Message-ID:" + "x".repeat(5_000) + "\r\n\r\n").length());
    }

    /** In parts of one octet, thawed after each. */
    private static String read(String header) {
        MessageIdReader reader = new MessageIdReader();
        for (byte octet : header.getBytes(StandardCharsets.US_ASCII)) {
            reader.feed(ByteBuffer.wrap(new byte[] {octet}));
            reader = MessageIdReader.thaw(new FrozenConversation("test", 1, reader.freeze()).data());
        }
        MessageIdReader whole = new MessageIdReader();
        whole.feed(ByteBuffer.wrap(header.getBytes(StandardCharsets.US_ASCII)));
        assertEquals(whole.value(), reader.value());
        return whole.value();
    }
}
