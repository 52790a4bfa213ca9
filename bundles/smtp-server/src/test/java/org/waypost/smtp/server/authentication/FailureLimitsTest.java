package org.waypost.smtp.server.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.smtp.server.Events;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.AuthenticationRules;
import org.waypost.testkit.time.ManualClock;

class FailureLimitsTest {
    private static final AuthenticationRules RULES =
            new AuthenticationRules(AuthenticationRules.Need.OPTIONAL, false, 3, 2, Duration.ofSeconds(600), Duration.ZERO);

    private final ManualClock clock = new ManualClock();
    private final Events events = new Events();
    private final FailureLimits limits = new FailureLimits(clock);

    @Test
    void aUserIsLimitedFromWhereverAndTheWindowEnds() {
        fail("192.0.2.1", "alice");
        clock.advance(Duration.ofSeconds(599));
        fail("192.0.2.2", " ALICE ");
        assertTrue(limits.isUserLimited("alice", RULES));
        assertFalse(limits.isAddressLimited(address("192.0.2.1"), RULES));
        assertEquals(List.of(SmtpEvent.USER_LIMITED), events.types());
        assertEquals("default| ALICE |2|192.0.2.2|600|", events.texts().get(0));
        clock.advance(Duration.ofSeconds(1));
        assertFalse(limits.isUserLimited("alice", RULES), "600 seconds after the first failure");
    }

    @Test
    void anAddressIsLimitedWhoeverItSaysItIs() {
        fail("192.0.2.1", "a");
        fail("192.0.2.1", "b");
        limits.succeeded("mallory");
        fail("192.0.2.1", "c");
        assertTrue(limits.isAddressLimited(address("192.0.2.1"), RULES));
        assertFalse(limits.isAddressLimited(address("192.0.2.9"), RULES));
        assertEquals(List.of(SmtpEvent.ADDRESS_LIMITED), events.types());
        fail("192.0.2.1", "d");
        assertEquals(1, events.types().size(), "told once");
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        fail("2001:db8:0:1::1", "a");
        fail("2001:db8:0:1::2", "b");
        fail("2001:db8:0:1:ffff::3", "c");
        assertTrue(limits.isAddressLimited(address("2001:db8:0:1::4"), RULES));
        assertFalse(limits.isAddressLimited(address("2001:db8:0:2::1"), RULES));
    }

    @Test
    void successForgivesTheUser() {
        fail("192.0.2.1", "alice");
        limits.succeeded("Alice");
        fail("192.0.2.2", "alice");
        assertFalse(limits.isUserLimited("alice", RULES));
    }

    @Test
    void theOldestFailuresMakeRoom() {
        fail("192.0.2.1", "alice");
        fail("192.0.2.1", "alice");
        for (int i = 0; i < 9_999; i++) {
            fail("192.0.2.1", "u" + i);
        }
        assertTrue(limits.isUserLimited("alice", RULES));
        fail("192.0.2.1", "one more");
        assertFalse(limits.isUserLimited("alice", RULES));
    }

    private void fail(String address, String user) {
        limits.failed("default", address(address), user, RULES, events);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
