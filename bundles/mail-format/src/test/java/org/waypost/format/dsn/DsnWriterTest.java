package org.waypost.format.dsn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.EnhancedStatus;

/** DSNs read back by Mime4j. */
class DsnWriterTest {
    private final DsnWriter writer = new DsnWriter(new Random(2));

    @Test
    void mime4jFindsTheThreeParts() throws IOException {
        byte[] original = "Subject: hello\r\nFrom: a@b\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII);
        Message message = parse(DsnText.bytes(writer.withMessage(Reports.of(Reports.failed()), BodyType.SEVEN_BIT), original));
        assertEquals("multipart/report", message.getMimeType());
        assertEquals("Delivery Status Notification (Failure)", message.getSubject());
        assertEquals("alice@example.com", message.getTo().get(0).toString());
        List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
        assertEquals(List.of("text/plain", "message/delivery-status", "message/rfc822"), parts.stream().map(Entity::getMimeType).toList());
        assertEquals("hello", ((Message) parts.get(2).getBody()).getSubject());
    }

    @Test
    void theStatusPartHoldsOneBlockPerRecipient() throws IOException {
        Dsn dsn = writer.withHeader(Reports.of(Reports.failed(), Reports.delayed()), new byte[0]);
        String[] blocks = content(parse(DsnText.bytes(dsn, new byte[0])), 1).split("\r\n\r\n");
        assertEquals(3, blocks.length);
        assertTrue(blocks[0].contains("Original-Envelope-Id: envelope 7\r\nReporting-MTA: dns; mx.example.com\r\n"
                + "Received-From-MTA: dns; client.example.com\r\nArrival-Date: Tue, 24 Nov 2026 08:00:00 +0000"), blocks[0]);
        assertTrue(blocks[1].startsWith("Original-Recipient: rfc822; robert@example.org\r\nFinal-Recipient: rfc822; bob@example.net\r\n"
                + "Action: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; mx.example.net\r\nDiagnostic-Code: smtp; 550 5.1.1 <bob@example.net>"), blocks[1]);
        assertFalse(blocks[1].contains("Will-Retry-Until"));
        assertTrue(blocks[2].contains("Diagnostic-Code: X-Waypost; No answer"), blocks[2]);
        assertTrue(blocks[2].contains("Will-Retry-Until: Thu, 26 Nov 2026 12:34:56 +0000"), blocks[2]);
    }

    @Test
    void thePartForPeopleSaysWhoWhatWhyAndWhatToDo() throws IOException {
        String text = content(parse(DsnText.bytes(writer.withHeader(Reports.of(Reports.failed()), new byte[0]), new byte[0])), 0)
                .replaceAll("\\s+", " ");
        for (String said : new String[] {"<bob@example.net> (you wrote to robert@example.org)", "could not be delivered, and will not be tried again",
            "mx.example.net answered: 550 5.1.1 <bob@example.net>: no such user here, and never was", "What to do: Check the address"}) {
            assertTrue(text.contains(said), said + " in " + text);
        }
    }

    @Test
    void aHeaderBeyondAsciiPassesA7BitTransport() throws IOException {
        byte[] header = "Subject: é = 1\r\nX: \u0080\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        Dsn dsn = writer.withHeader(Reports.of(Reports.failed()), header);
        byte[] whole = DsnText.bytes(dsn, new byte[0]);
        assertEquals(BodyType.SEVEN_BIT, dsn.body());
        assertTrue(QuotedPrintable.isPlain(whole));
        assertArrayEquals(header, bytes(parse(whole), 2));
    }

    @Test
    void theReturnedMessageNamesItsEncoding() throws IOException {
        for (BodyType body : BodyType.values()) {
            Dsn dsn = writer.withMessage(Reports.of(Reports.failed()), body);
            assertEquals(body, dsn.body());
            String expected = switch (body) {
                case SEVEN_BIT -> "7bit";
                case EIGHT_BIT_MIME -> "8bit";
                case BINARY_MIME -> "binary";
            };
            Message message = parse(DsnText.bytes(dsn, "A: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertEquals(expected, message.getContentTransferEncoding());
            assertEquals(expected, ((Multipart) message.getBody()).getBodyParts().get(2).getContentTransferEncoding());
        }
    }

    @Test
    void anInternationalMessageMakesAnInternationalDsn() throws IOException {
        Dsn dsn = writer.withMessage(Reports.of(true, Reports.international()), BodyType.EIGHT_BIT_MIME);
        String whole = DsnText.whole(dsn, new byte[0]);
        assertTrue(dsn.international());
        assertTrue(whole.contains("Content-Type: message/global-delivery-status\r\n"));
        assertTrue(whole.contains("Content-Type: message/global\r\n"));
        assertTrue(whole.contains("Final-Recipient: utf-8; 用户@例え.テスト\r\n"));
        assertTrue(whole.contains("Original-Recipient: utf-8; josé@example.net\r\n"));
    }

    @Test
    void withoutSmtputf8AnInternationalAddressIsEscaped() {
        String whole = DsnText.whole(writer.withHeader(Reports.of(Reports.international()), new byte[0]), new byte[0]);
        assertTrue(whole.contains("Original-Recipient: utf-8; jos\\x{E9}@example.net\r\n"), whole);
        assertTrue(whole.contains("Diagnostic-Code: smtp; 550 5.7.1 refus?\r\n"), whole);
        assertTrue(whole.chars().allMatch(c -> c < 0x80));
    }

    @Test
    void boundariesDiffer() {
        DsnReport report = Reports.of(Reports.failed());
        assertNotEquals(DsnText.whole(writer.withHeader(report, new byte[0]), new byte[0]),
                DsnText.whole(writer.withHeader(report, new byte[0]), new byte[0]));
    }

    @Test
    void nothingFromOutsideBreaksTheStructure() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            boolean international = random.nextBoolean();
            RecipientReport recipient = new RecipientReport(new Address("l" + noise(random, 20), "d" + noise(random, 20)), Optional.of(noise(random, 30)),
                    Action.values()[random.nextInt(5)], EnhancedStatus.of("5.0.0"), noise(random, 300), random.nextBoolean(), noise(random, 20),
                    Optional.of(Reports.NOW), Optional.of(Reports.NOW));
            DsnReport report = new DsnReport(noise(random, 5), Address.of("p@x"), new Address("a" + noise(random, 9), "x"), noise(random, 5), Reports.NOW,
                    Reports.ARRIVED, Optional.of(noise(random, 5)), Optional.of(noise(random, 5)), international, List.of(recipient, recipient));
            Dsn dsn = random.nextBoolean() ? writer.withMessage(report, BodyType.SEVEN_BIT) : writer.withHeader(report, noise(random, 50).getBytes(StandardCharsets.UTF_8));
            assertSound(DsnText.bytes(dsn, new byte[0]), international);
        }
    }

    private static void assertSound(byte[] whole, boolean international) throws IOException {
        String text = new String(whole, StandardCharsets.UTF_8);
        String header = text.substring(0, text.indexOf("\r\n\r\n") + 2);
        assertEquals(List.of("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
                names(header));
        for (String line : text.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 998, line);
        }
        Message message = parse(whole);
        assertEquals(3, ((Multipart) message.getBody()).getCount());
        String[] blocks = content(message, 1).split("\r\n\r\n");
        assertEquals(3, blocks.length, text);
        assertEquals(List.of("Original-Recipient", "Final-Recipient", "Action", "Status"), names(blocks[1]).subList(0, 4));
    }

    private static List<String> names(String fields) {
        List<String> names = new ArrayList<>();
        for (String line : fields.split("\r\n")) {
            assertFalse(line.isBlank(), fields);
            if (line.charAt(0) != ' ') {
                names.add(line.substring(0, line.indexOf(':')));
            }
        }
        return names;
    }

    private static String noise(Random random, int pieces) {
        String[] all = {"\r\n", "\n", "\r", " ", "\t", "\0", "--", "=_", ":", ";", "\"", "<", ">", "a", "wörd", "\u2028", "\uD83D", "😀", "X: y", "\r\n\r\n", "(", "\\",
            "x".repeat(200), "ü".repeat(150), "     "};
        StringBuilder out = new StringBuilder();
        for (int n = random.nextInt(pieces + 1); n > 0; n--) {
            out.append(all[random.nextInt(all.length)]);
        }
        return out.toString();
    }

    private static Message parse(byte[] bytes) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom().setMaxLineLen(2000).setMaxHeaderLen(20_000).build());
        return builder.parseMessage(new ByteArrayInputStream(bytes));
    }

    private static String content(Message message, int part) throws IOException {
        return new String(bytes(message, part), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Message message, int part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Entity entity = ((Multipart) message.getBody()).getBodyParts().get(part);
        ((SingleBody) entity.getBody()).writeTo(out);
        return out.toByteArray();
    }
}
