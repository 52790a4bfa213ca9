package org.waypost.directory.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final byte[] AS_STORED = HexFormat.of().parseHex("33221100554477668899aabbccddeeff");

    @Test
    void aGuidIsStoredWithItsFirstFieldsReversed() {
        assertEquals(Optional.of(ID), Entries.guid(AS_STORED));
        UUID high = UUID.fromString("ffeeddcc-bbaa-9988-7766-554433221100");
        assertEquals(Optional.of(high), Entries.guid(HexFormat.of().parseHex("ccddeeffaabb88997766554433221100")));
        assertEquals(Optional.empty(), Entries.guid(new byte[3]));
    }

    @Test
    void anEntryWithoutIdIsNone() throws Exception {
        DefaultEntry entry = new DefaultEntry("cn=a");
        entry.add("cn", "a".getBytes());
        assertEquals(Optional.empty(), Entries.entry(entry));
        entry.add("entryUUID", "not one".getBytes());
        assertEquals(Optional.empty(), Entries.entry(entry));
        entry.add("objectGUID", AS_STORED);
        assertEquals(ID, Entries.entry(entry).orElseThrow().id());
    }
}
