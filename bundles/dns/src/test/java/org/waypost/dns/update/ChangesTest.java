package org.waypost.dns.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.dns.DnsUpdate.Others;
import org.waypost.dns.DnsUpdate.Wanted;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class ChangesTest {
    private static final Name NAME = Name.fromConstantString("mail.example.");

    private final Changes changes = new Changes();

    @Test
    void othersGoStayOrAreLeftAlone() throws IOException {
        compare(Others.REMOVED, List.of(record("A", "192.0.2.9"), record("A", "192.0.2.1")), "192.0.2.1", "192.0.2.2");
        assertEquals(List.of("mail.example 3600 A 192.0.2.2"), changes.added());
        assertEquals(List.of("mail.example 60 A 192.0.2.9"), changes.removed());
        compare(Others.KEPT, List.of(record("A", "192.0.2.8")), "192.0.2.3");
        compare(Others.PREFERRED, List.of(record("A", "192.0.2.7")), "192.0.2.4");
        compare(Others.PREFERRED, List.of(), "192.0.2.5");
        assertEquals(List.of("mail.example 3600 A 192.0.2.2", "mail.example 3600 A 192.0.2.3", "mail.example 3600 A 192.0.2.5"), changes.added());
        assertEquals(1, changes.removed().size());
        assertEquals(List.of("mail.example has another A and keeps it."), changes.remarks());
    }

    @Test
    void whatIsThereAlreadyIsNoChangeWhateverItsTimeToLive() throws IOException {
        compare(Others.REMOVED, List.of(record("A", "192.0.2.1")), "192.0.2.1");
        assertTrue(changes.isEmpty());
    }

    @Test
    void anAliasIsLeftAlone() throws IOException {
        compare(Others.REMOVED, List.of(record("CNAME", "host.example.")), "192.0.2.1");
        assertTrue(changes.isEmpty());
        assertTrue(changes.remarks().get(0).startsWith("mail.example is an alias"), changes.remarks().toString());
    }

    private void compare(Others others, List<Record> present, String... addresses) throws IOException {
        List<Record> wanted = new ArrayList<>();
        for (String address : addresses) {
            wanted.add(Record.fromString(NAME, Type.A, DClass.IN, 3_600, address, Name.root));
        }
        changes.compare(new Wanted("mail.example", "A", List.of(addresses), others), present, wanted);
    }

    private static Record record(String type, String value) throws IOException {
        return Record.fromString(NAME, Type.value(type), DClass.IN, 60, value, Name.root);
    }
}
