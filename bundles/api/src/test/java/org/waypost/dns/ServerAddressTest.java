package org.waypost.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @Test
    void addressesAreReadWithOrWithoutPort() {
        assertEquals(new InetSocketAddress("127.0.0.1", 53), ServerAddress.parse("127.0.0.1"));
        assertEquals(new InetSocketAddress("127.0.0.1", 5353), ServerAddress.parse("127.0.0.1:5353"));
        assertEquals(new InetSocketAddress("::1", 53), ServerAddress.parse("::1"));
        assertEquals(new InetSocketAddress("::1", 53), ServerAddress.parse("[::1]"));
        assertEquals(new InetSocketAddress("::1", 5353), ServerAddress.parse("[::1]:5353"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dns.example", "127.0.0", "300.1.1.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "[::1", ":::"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse(text));
    }
}
