package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.mail.Address;

/** It finds what one finds who looks at the address as text. */
class AddressPartTest {
    @ParameterizedTest
    @CsvSource({"Carol@one.test, carol, true", "Carol@one.test, ROL@One, true", "Carol@one.test, @one, true", "Carol@one.test, carol@, true",
        "Carol@one.test, @, true", "Carol@one.test, one.te, true", "Carol@one.test, arol@ne, false", "Carol@one.test, x, false",
        "Postmaster, master, true", "Postmaster, @, false", "a@b@c.test, a@b, true", "a@b@c.test, b@c, true", "a@b@c.test, a@c, false"})
    void aPartIsFoundWithoutRegardToCase(String address, String part, boolean found) {
        assertEquals(found, new AddressPart(part).isIn(Address.of(address)));
    }

    @Test
    void itIsAsIfTheTextWereLookedAt() {
        Random random = new Random(4711);
        for (int i = 0; i < 100_000; i++) {
            Address address = new Address(text(random, 1 + random.nextInt(4)), text(random, random.nextInt(4)).replace("@", ""));
            String part = text(random, random.nextInt(5));
            boolean expected = address.toString().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
            assertEquals(expected, new AddressPart(part).isIn(address), part + " in " + address);
        }
    }

    private static String text(Random random, int length) {
        return random.ints(length, 0, 4).collect(StringBuilder::new, (text, n) -> text.append("aB@.".charAt(n)), StringBuilder::append).toString();
    }
}
