package org.waypost.http.component;

import java.time.Duration;
import org.waypost.http.HttpSettings;
import org.waypost.http.account.LoginThrottle;
import org.waypost.http.account.SessionLifetime;

/** Reads a configuration; a setting out of its range stays what it was. @param complaints told of those */
record SettingsReader(Complaints complaints) {
    private static final long KIB = 1024;

    /** Told of what is out of its range. */
    @FunctionalInterface
    interface Complaints {
        /** @param why part of a sentence; @param last what stays in force */
        void about(String name, String why, long last);
    }

    HttpSettings read(HttpConfig config, HttpSettings last) {
        SessionLifetime lifetime = new SessionLifetime(
                Duration.ofMinutes(ranged("sessionIdleMinutes", config.sessionIdleMinutes(), 1440, last.lifetime().idle().toMinutes())),
                Duration.ofHours(ranged("sessionMaxHours", config.sessionMaxHours(), 168, last.lifetime().longest().toHours())));
        LoginThrottle.Rule throttle = new LoginThrottle.Rule(
                (int) ranged("loginFailures", config.loginFailures(), 100, last.throttle().failures()),
                Duration.ofSeconds(ranged("loginBlockSeconds", config.loginBlockSeconds(), 3600, last.throttle().block().toSeconds())));
        return new HttpSettings(lifetime, throttle, KIB * ranged("maxRequestKiB", config.maxRequestKiB(), 65_536, last.body() / KIB));
    }

    private long ranged(String name, int value, int most, long last) {
        if (value >= 1 && value <= most) {
            return value;
        }
        complaints.about(name, value + " is not from 1 to " + most, last);
        return last;
    }
}
