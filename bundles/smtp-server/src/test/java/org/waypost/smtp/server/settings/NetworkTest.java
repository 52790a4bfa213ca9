package org.waypost.smtp.server.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void holdsWhatBeginsAlike() throws UnknownHostException {
        assertTrue(contains("192.0.2.0/24", "192.0.2.255"));
        assertFalse(contains("192.0.2.0/24", "192.0.3.0"));
        assertTrue(contains("192.0.2.77/26", "192.0.2.127"));
        assertFalse(contains("192.0.2.77/26", "192.0.2.128"));
        assertTrue(contains("0.0.0.0/0", "203.0.113.9"));
        assertTrue(contains("127.0.0.1", "127.0.0.1"));
        assertFalse(contains("127.0.0.1", "127.0.0.2"));
        assertTrue(contains("2001:db8::/33", "2001:db8:7fff::1"));
        assertFalse(contains("2001:db8::/33", "2001:db8:8000::1"));
        assertFalse(contains("0.0.0.0/0", "::1"));
    }

    @Test
    void takesAddressesOnly() {
        for (String wrong : new String[] {"", "localhost", "10", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
                "::/129", "a.b.c.d", "::g", "10.0.0.0/8/8"}) {
            assertEquals(Optional.empty(), Network.parse(wrong), wrong);
        }
    }

    private static boolean contains(String network, String address) throws UnknownHostException {
        return Network.parse(network).orElseThrow().contains(InetAddress.getByName(address));
    }
}
