package org.waypost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {
    private final Random random = new Random(1);

    @Test
    void textComesBackAsTheSameId() {
        for (long value : List.of(0L, 1L, 31L, 32L, Long.MAX_VALUE)) {
            assertEquals(value, MessageId.parse(new MessageId(value).toString()).value());
        }
        for (int i = 0; i < 10_000; i++) {
            MessageId id = new MessageId(random.nextLong() >>> 1);
            assertEquals(id, MessageId.parse(id.toString()));
            assertEquals(id, MessageId.parse(id.toString().toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void textSortsAsIdsDo() {
        for (int i = 0; i < 10_000; i++) {
            MessageId one = new MessageId(random.nextLong() >>> 1);
            MessageId other = new MessageId(random.nextLong() >>> 1);
            assertEquals(Integer.signum(one.compareTo(other)), Integer.signum(one.toString().compareTo(other.toString())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00000000000000", "000000000000U", "00000000000-1", "8000000000000", "G000000000000",
        "ZZZZZZZZZZZZZ", "../../passwd1"})
    void otherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> MessageId.parse(text));
    }

    @Test
    void negativeIdsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MessageId(-1));
        assertThrows(IllegalArgumentException.class, () -> new ContentId(-1));
    }
}
