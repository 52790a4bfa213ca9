package org.waypost.format.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;

class ReceivedHeaderTest {
    private static final Instant TIME = Instant.parse("2026-11-04T07:05:09.123Z");

    @Test
    void namesAllThatIsKnown() {
        assertEquals("Received: from client.example (host.example [192.0.2.1])\r\n\tby mx.example with ESMTPS id 0ABC\r\n"
                + "\tfor <\"b b\"@x.example>\r\n\ttls TLS_AES_256_GCM_SHA384;\r\n\tWed, 04 Nov 2026 07:05:09 +0000\r\n",
                new ReceivedHeader("client.example", "192.0.2.1", Optional.of("host.example"), "mx.example", "ESMTPS", "0ABC",
                        Optional.of(new Address("b b", "x.example")), Optional.of("TLS_AES_256_GCM_SHA384"), TIME).format());
    }

    @Test
    void doesWithoutTheRest() {
        assertEquals("Received: from [IPv6:2001:db8::1] ([IPv6:2001:db8::1])\r\n\tby mx.example with SMTP id 0ABC;\r\n\tWed, 04 Nov 2026 07:05:09 +0000\r\n",
                of("", "2001:db8::1", "SMTP", Optional.empty()).format());
    }

    @Test
    void aPeersNameCannotForgeATrace() {
        String field = of("x (y)\r\nReceived: from \"bank\"; <a>", "192.0.2.1", "ESMTP", Optional.empty()).format();
        HeaderScanner scanner = new HeaderScanner();
        scanner.feed(ByteBuffer.wrap((field + "\r\n").getBytes(StandardCharsets.US_ASCII)));
        assertEquals(1, scanner.fieldCount());
        assertTrue(field.startsWith("Received: from x??y???Received:?from??bank????a? ([192.0.2.1])"), field);
    }

    @Test
    void internationalNamesNeedAUtf8Protocol() {
        Optional<Address> to = Optional.of(new Address("ü", "x"));
        assertFalse(of("é", "192.0.2.1", "ESMTP", to).format().matches("(?s).*(é|ü|for).*"));
        assertTrue(of("é", "192.0.2.1", "UTF8SMTP", to).format().contains("for <ü@x>"));
        assertTrue(of("é", "192.0.2.1", "UTF8SMTP", to).format().startsWith("Received: from é "));
    }

    @Test
    void datesAreThoseOfTheLibrary() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH).withZone(ZoneOffset.UTC);
        Random random = new Random(9);
        for (int i = 0; i < 5000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            assertEquals(formatter.format(time), MailDate.format(time));
        }
    }

    private static ReceivedHeader of(String helo, String address, String protocol, Optional<Address> recipient) {
        return new ReceivedHeader(helo, address, Optional.empty(), "mx.example", protocol, "0ABC", recipient, Optional.empty(), TIME);
    }
}
