package org.waypost.queue.component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.waypost.event.EventLog;
import org.waypost.queue.engine.QueueEvent;

/**
 * Takes each value that is within its range; for one that is not the last good value stays, and an
 * event names pid, key and allowed range.
 *
 * @param pid whose configuration it is
 */
record ConfigCheck(String pid, EventLog events) {
    int range(String key, int value, int min, int max, int last) {
        return value >= min && value <= max ? value : refuse(key, value, min + " to " + max, last);
    }

    Duration duration(String key, String text, Duration min, Duration max, String allowed, Duration last) {
        return ConfigText.duration(text).filter(found -> found.compareTo(min) >= 0 && found.compareTo(max) <= 0)
                .orElseGet(() -> refuse(key, text, allowed, last));
    }

    List<Duration> durations(String key, String[] values, Duration min, Duration max, String allowed, List<Duration> last) {
        List<String> texts = ConfigText.list(values);
        List<Duration> found = texts.stream().map(ConfigText::duration).flatMap(Optional::stream)
                .filter(each -> each.compareTo(min) >= 0 && each.compareTo(max) <= 0).toList();
        return !found.isEmpty() && found.size() == texts.size() ? found : refuse(key, String.join(",", texts), allowed, last);
    }

    String text(String key, String text, Predicate<String> good, String allowed, String last) {
        return good.test(text.trim()) ? text.trim() : refuse(key, text, allowed, last);
    }

    <T> T refuse(String key, Object value, String allowed, T last) {
        events.report(QueueEvent.BAD_CONFIGURATION, pid, key, value, allowed);
        return last;
    }
}
