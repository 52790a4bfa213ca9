package org.waypost.spool.rocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.mail.ReturnContent;

class RowsTest {
    private static final int ROUNDS = 5_000;
    private final Random random = new Random(42);

    @Test
    void messagesComeBackAsTheyWere() {
        for (int i = 0; i < ROUNDS; i++) {
            MessageRow row = new MessageRow(message(), random.nextBoolean());
            assertEquals(row, MessageRow.of(row.message().id().value(), row.toBytes()));
        }
    }

    @Test
    void recipientsComeBackAsTheyWere() {
        for (int i = 0; i < ROUNDS; i++) {
            Recipient recipient = recipient();
            assertEquals(recipient, RecipientRow.of(recipient.number(), RecipientRow.toBytes(recipient)));
        }
    }

    @Test
    void statesComeBackAsTheyWere() {
        StateRow state = new StateRow(17, Long.MAX_VALUE);
        assertEquals(state, StateRow.of(state.toBytes()));
    }

    @Test
    void damagedRowsAreRefusedOrReadButBreakNothingElse() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] message = damaged(new MessageRow(message(), true).toBytes());
            byte[] recipient = damaged(RecipientRow.toBytes(recipient()));
            readOrRefused(() -> MessageRow.of(1, message));
            readOrRefused(() -> RecipientRow.of(1, recipient));
            readOrRefused(() -> StateRow.of(Arrays.copyOf(recipient, Math.min(recipient.length, 12))));
        }
    }

    @Test
    void everyShortenedRowIsRefused() {
        byte[] row = new MessageRow(message(), true).toBytes();
        for (int length = 0; length < row.length; length++) {
            byte[] shortened = Arrays.copyOf(row, length);
            assertThrows(DamagedRowException.class, () -> MessageRow.of(1, shortened));
        }
    }

    @Test
    void rowsOfANewerVersionAreRefused() {
        byte[] row = new MessageRow(message(), true).toBytes();
        row[0]++;
        String reason = assertThrows(DamagedRowException.class, () -> MessageRow.of(1, row)).getMessage();
        assertTrue(reason.contains("version 5"), reason);
    }

    @Test
    void firstFormatStaysReadable() {
        byte[] row = {1, 1, 5, (byte) 0x80, 2, 1, 1, 'a', 1, 'b', 7, 0, 1, 0, 1, 1, 0, 1, 'v', 0, 4, 'S', 'M', 'T', 'P'};
        Message message = new Message(new MessageId(9), new ContentId(5), 256, Optional.of(new Address("a", "b")),
                Instant.ofEpochSecond(7), BodyType.EIGHT_BIT_MIME, false, Optional.of(ReturnContent.HDRS), Optional.empty(),
                new Origin("v", "", "SMTP", ""));
        assertEquals(new MessageRow(message, true), MessageRow.of(9, row));
    }

    @Test
    void secondFormatStaysReadable() {
        byte[] row = {2, 1, 5, (byte) 0x80, 2, 1, 1, 'a', 1, 'b', 7, 0, 1, 0, 1, 1, 0, 1, 'v', 0, 4, 'S', 'M', 'T', 'P', 1, 'u'};
        Message message = new Message(new MessageId(9), new ContentId(5), 256, Optional.of(new Address("a", "b")),
                Instant.ofEpochSecond(7), BodyType.EIGHT_BIT_MIME, false, Optional.of(ReturnContent.HDRS), Optional.empty(),
                new Origin("v", "", "SMTP", "u"));
        assertEquals(new MessageRow(message, true), MessageRow.of(9, row));
    }

    @Test
    void thirdFormatStaysReadable() {
        byte[] row = {3, 1, 5, (byte) 0x80, 2, 1, 1, 'a', 1, 'b', 7, 0, 1, 0, 1, 1, 0, 1, 'v', 0, 4, 'S', 'M', 'T', 'P', 1, 'u', 2, '<', '>'};
        Message message = new Message(new MessageId(9), new ContentId(5), 256, Optional.of(new Address("a", "b")),
                Instant.ofEpochSecond(7), BodyType.EIGHT_BIT_MIME, false, Optional.of(ReturnContent.HDRS), Optional.empty(),
                new Origin("v", "", "SMTP", "u", "<>", ""));
        assertEquals(new MessageRow(message, true), MessageRow.of(9, row));
    }

    @Test
    void fourthFormatStaysReadable() {
        byte[] row = {4, 1, 5, (byte) 0x80, 2, 1, 1, 'a', 1, 'b', 7, 0, 1, 0, 1, 1, 0, 1, 'v', 0, 4, 'S', 'M', 'T', 'P', 1, 'u', 2, '<', '>', 1, 's'};
        Message message = new Message(new MessageId(9), new ContentId(5), 256, Optional.of(new Address("a", "b")),
                Instant.ofEpochSecond(7), BodyType.EIGHT_BIT_MIME, false, Optional.of(ReturnContent.HDRS), Optional.empty(),
                new Origin("v", "", "SMTP", "u", "<>", "s"));
        assertEquals(new MessageRow(message, true), MessageRow.of(9, row));
        assertArrayEquals(row, new MessageRow(message, true).toBytes());
    }

    private void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (DamagedRowException e) {
            assertTrue(e.getMessage().length() > 0);
        }
    }

    private byte[] damaged(byte[] row) {
        byte[] copy = Arrays.copyOf(row, random.nextInt(row.length + 3));
        for (int i = random.nextInt(4); i > 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        return copy;
    }

    private Message message() {
        return new Message(new MessageId(positive()), new ContentId(positive()), positive(), optional(address()),
                instant(), BodyType.values()[random.nextInt(3)], random.nextBoolean(),
                optional(ReturnContent.values()[random.nextInt(2)]), optional(text()), new Origin(text(), text(), text(), text(), text(), text()));
    }

    private Recipient recipient() {
        Set<Notify> notify = EnumSet.noneOf(Notify.class);
        Arrays.stream(Notify.values()).filter(when -> random.nextBoolean()).forEach(notify::add);
        Recipient.Progress progress = new Recipient.Progress(Recipient.State.values()[random.nextInt(2)], random.nextInt(1_000),
                instant(), random.nextBoolean(), random.nextBoolean(), text());
        return new Recipient(random.nextInt(Integer.MAX_VALUE), random.nextInt(5) - 1, address(), optional(text()), notify, progress);
    }

    private <T> Optional<T> optional(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private Address address() {
        return new Address("x" + text(), text().toLowerCase(java.util.Locale.ROOT));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-1_000, 1L << 40), random.nextInt(1_000_000_000));
    }

    private long positive() {
        return random.nextLong() >>> 1 + random.nextInt(60);
    }

    private String text() {
        int[] signs = {'a', '@', ' ', 0, 'é', '郵', 0x1F4E7};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return text.toString();
    }
}
