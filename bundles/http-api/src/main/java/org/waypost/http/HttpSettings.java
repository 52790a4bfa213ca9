package org.waypost.http;

import java.time.Duration;
import java.util.Objects;
import org.waypost.http.account.LoginThrottle;
import org.waypost.http.account.SessionLifetime;

/**
 * What can be set.
 *
 * @param body octets of a request's body, where no path allows more; 1 or more
 */
public record HttpSettings(SessionLifetime lifetime, LoginThrottle.Rule throttle, long body) {
    public static final HttpSettings DEFAULT = new HttpSettings(new SessionLifetime(Duration.ofMinutes(30), Duration.ofHours(12)),
            new LoginThrottle.Rule(5, Duration.ofMinutes(1)), 1L << 20);

    public HttpSettings {
        Objects.requireNonNull(lifetime);
        Objects.requireNonNull(throttle);
    }
}
