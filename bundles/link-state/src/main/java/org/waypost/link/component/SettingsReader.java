package org.waypost.link.component;

import java.time.Duration;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.participant.ParticipantSettings;

/** Makes settings of a configuration. For a value that is out of its range the last good one stays, and an event tells. */
final class SettingsReader {
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int MAX_RETRIES = 100;

    private final String pid;
    private final EventLog events;

    SettingsReader(String pid, EventLog events) {
        this.pid = pid;
        this.events = events;
    }

    ParticipantSettings read(LinkStateConfig c, ParticipantSettings last) {
        return new ParticipantSettings(seconds("glitchRetry", c.glitchRetry(), 1, DAY, last.glitchRetry()),
                number("glitchRetries", c.glitchRetries(), 1, MAX_RETRIES, last.glitchRetries()),
                seconds("probeInterval", c.probeInterval(), 1, DAY, last.probe()),
                seconds("damping", c.damping(), 0, DAY, last.damping()), c.suppressChanges(),
                seconds("keepAlive", c.keepAlive(), 1, HOUR, last.keepAlive()), c.takeOver(),
                seconds("takeOverAfter", c.takeOverAfter(), 1, DAY, last.takeOverAfter()));
    }

    private Duration seconds(String key, int value, int min, int max, Duration last) {
        return Duration.ofSeconds(number(key, value, min, max, (int) last.toSeconds()));
    }

    private int number(String key, int value, int min, int max, int last) {
        if (value >= min && value <= max) {
            return value;
        }
        events.report(LinkStateEvent.BAD_CONFIGURATION, pid, key, value, min + " to " + max);
        return last;
    }
}
