package org.waypost.link.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.testkit.directory.MemoryDirectory;
import org.waypost.topology.RoutingGroup;

class TopologySearchTest {
    private final MemoryDirectory directory = new MemoryDirectory().load("""
            dn: cn=West,cn=Example,cn=Configuration,dc=example,dc=com
            objectClass: msExchRoutingGroup
            cn: West

            dn: cn=a,cn=Servers,cn=Example,cn=Configuration,dc=example,dc=com
            objectClass: msExchExchangeServer
            cn: a
            networkAddress: ncacn_ip_tcp:127.0.1.1
            waypostSetting: smtpPort=2525

            dn: cn=x,cn=West,cn=Example,cn=Configuration,dc=example,dc=com
            objectClass: msExchRoutingSMTPConnector
            cn: x
            routingList: SMTP:*;1
            """);

    @Test
    void everythingThatIsReadIsAskedFor() {
        Topology read = TopologySearch.read(directory).toCompletableFuture().join();
        assertEquals(List.of(), read.unreadable());
        RoutingGroup west = read.groups().get(0);
        assertEquals("127.0.1.1:2525", west.servers().get(0).host() + ":" + west.servers().get(0).smtpPort());
        assertEquals(1, west.connectors().get(0).spaces().size());
    }

    @Test
    void aDirectoryThatIsAwayFailsTheStage() {
        directory.away();
        assertTrue(TopologySearch.read(directory).toCompletableFuture().isCompletedExceptionally());
    }
}
