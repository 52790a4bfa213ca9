package org.waypost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void domainsCompareWithoutCaseLocalPartsWithIt() {
        assertEquals(Address.of("Bob@example.com"), Address.of("Bob@EXAMPLE.Com"));
        assertNotEquals(Address.of("Bob@example.com"), Address.of("bob@example.com"));
        assertEquals("Bob@example.com", Address.of("Bob@EXAMPLE.COM").toString());
    }

    @Test
    void lastAtSignDivides() {
        assertEquals(new Address("a@b", "example.com"), Address.of("a@b@example.com"));
        assertEquals(new Address("postmaster", ""), Address.of("postmaster"));
        assertEquals("postmaster", Address.of("postmaster").toString());
    }

    @Test
    void localPartIsNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> Address.of(""));
        assertThrows(IllegalArgumentException.class, () -> Address.of("@example.com"));
    }

    @Test
    void otherThanAsciiIsInternational() {
        assertFalse(Address.of("bob@example.com").isInternational());
        assertTrue(Address.of("bøb@example.com").isInternational());
        assertTrue(Address.of("bob@exämple.com").isInternational());
    }
}
