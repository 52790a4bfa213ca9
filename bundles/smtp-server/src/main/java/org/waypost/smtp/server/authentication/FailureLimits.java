package org.waypost.smtp.server.authentication;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import org.waypost.event.EventLog;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.AuthenticationRules;

/**
 * How often clients failed to say who they are, over all virtual servers: against guessing from one address, and
 * against guessing one user's password from many. Any thread.
 */
public final class FailureLimits {
    /** Octets of an IPv6 address that one site shares. */
    private static final int SITE = 8;
    private static final int IPV6 = 16;

    private final FailureCounts addresses = new FailureCounts();
    private final FailureCounts users = new FailureCounts();
    private final InstantSource clock;

    public FailureLimits(InstantSource clock) {
        this.clock = clock;
    }

    boolean isAddressLimited(InetAddress address, AuthenticationRules rules) {
        return addresses.count(key(address), clock.instant()) >= rules.failuresPerAddress();
    }

    boolean isUserLimited(String user, AuthenticationRules rules) {
        return users.count(key(user), clock.instant()) >= rules.failuresPerUser();
    }

    /** Counts a failure, and tells of it once when a limit is reached. */
    void failed(String server, InetAddress address, String user, AuthenticationRules rules, EventLog events) {
        Instant now = clock.instant();
        if (addresses.add(key(address), now, rules.failureWindow()) == rules.failuresPerAddress()) {
            events.report(SmtpEvent.ADDRESS_LIMITED, server, address.getHostAddress(), rules.failuresPerAddress(), user,
                    rules.failureWindow().toSeconds());
        }
        if (users.add(key(user), now, rules.failureWindow()) == rules.failuresPerUser()) {
            events.report(SmtpEvent.USER_LIMITED, server, user, rules.failuresPerUser(), address.getHostAddress(),
                    rules.failureWindow().toSeconds());
        }
    }

    /** The address keeps its failures: else one good password would buy any number of guesses. */
    void succeeded(String user) {
        users.forget(key(user));
    }

    private static String key(String user) {
        return user.strip().toLowerCase(Locale.ROOT);
    }

    private static String key(InetAddress address) {
        byte[] octets = address.getAddress();
        return Arrays.toString(octets.length == IPV6 ? Arrays.copyOf(octets, SITE) : octets);
    }
}
