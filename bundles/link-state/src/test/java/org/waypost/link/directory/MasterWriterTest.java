package org.waypost.link.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Directory;
import org.waypost.link.directory.MasterWriter.Written;
import org.waypost.testkit.directory.MemoryDirectory;

class MasterWriterTest {
    private static final String GROUP = "cn=West,cn=Configuration,dc=example,dc=com";

    private final MemoryDirectory directory = new MemoryDirectory();

    private Written claim(String server, long after) {
        return MasterWriter.claim(directory, GROUP, "cn=" + server, after).toCompletableFuture().join();
    }

    private String value(String attribute) {
        return directory.entry(GROUP).orElseThrow().value(attribute).orElseThrow();
    }

    @Test
    void eachMasterGetsTheNextTerm() {
        directory.add(GROUP, "objectClass: msExchRoutingGroup", "cn: West");
        assertEquals(new Written.Done(1), claim("a", 0));
        assertEquals(new Written.Done(2), claim("b", 1));
        assertEquals("2", value("waypostTerm"));
        assertEquals("cn=b", value("msExchRoutingMasterDN"));
        assertInstanceOf(Written.Denied.class, claim("a", 1));
        assertEquals("cn=b", value("msExchRoutingMasterDN"));
    }

    @Test
    void aTermWrittenAsZeroIsNone() {
        directory.add(GROUP, "objectClass: msExchRoutingGroup", "cn: West", "waypostTerm: 0");
        assertEquals(new Written.Done(1), claim("a", 0));
    }

    @Test
    void ofClaimsAtTheSameTimeOneIsGranted() {
        for (int round = 0; round < 100; round++) {
            MemoryDirectory fresh = new MemoryDirectory();
            fresh.add(GROUP, "objectClass: msExchRoutingGroup", "cn: West");
            List<Written> results = IntStream.range(0, 8).parallel()
                    .mapToObj(i -> MasterWriter.claim((Directory) fresh, GROUP, "cn=" + i, 0).toCompletableFuture().join()).toList();
            assertEquals(1, results.stream().filter(Written.Done.class::isInstance).count(), results.toString());
            assertEquals("1", fresh.entry(GROUP).orElseThrow().value("waypostTerm").orElseThrow());
        }
    }

    @Test
    void aMoveRaisesTheTermSoThatNobodyClaimsTheOldOne() {
        directory.add(GROUP, "objectClass: msExchRoutingGroup", "cn: West", "waypostTerm: 4");
        assertEquals(new Written.Done(5), MasterWriter.name(directory, GROUP, "cn=b").toCompletableFuture().join());
        assertEquals("cn=b", value("msExchRoutingMasterDN"));
        assertInstanceOf(Written.Denied.class, claim("a", 4));
    }

    @Test
    void whatCannotBeWrittenIsDeniedWithAReason() {
        assertInstanceOf(Written.Denied.class, claim("a", 0));
        directory.add(GROUP, "objectClass: msExchRoutingGroup", "cn: West");
        directory.refuse(write -> true);
        assertInstanceOf(Written.Denied.class, claim("a", 0));
        directory.away();
        assertEquals(new Written.Denied("ldap://memory is away"), claim("a", 0));
    }
}
