package org.waypost.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.waypost.event.LoggedEvent;

/**
 * Finds events that repeat one logged lately: same source, id and parameters. They are counted, and told once when the
 * window that began with the first is over. Any thread.
 */
final class Folding {
    /** Beyond so many different events in one window none is folded, so that memory is bounded. */
    private static final int MOST = 10_000;

    private record Key(String source, int id, List<String> parameters) {}

    private static final class Counted {
        private final Entry first;
        private int times;
        private Instant last;

        private Counted(Entry first) {
            this.first = first;
        }
    }

    private final Map<Key, Counted> windows = new LinkedHashMap<>();
    private final InstantSource clock;
    private Duration window;
    private boolean closed;

    /** @param window zero for no folding */
    Folding(InstantSource clock, Duration window) {
        this.clock = Objects.requireNonNull(clock);
        this.window = Objects.requireNonNull(window);
    }

    /** For windows that begin from now on. */
    synchronized void window(Duration newWindow) {
        window = newWindow;
    }

    /** Whether it was counted and need not be logged now. */
    synchronized boolean folds(Entry entry) {
        LoggedEvent event = entry.logged();
        Key key = new Key(event.source(), event.id(), event.parameters());
        Counted counted = windows.get(key);
        if (counted == null || isOver(counted)) {
            begin(key, entry, counted);
            return false;
        }
        counted.times++;
        counted.last = event.time();
        return true;
    }

    /** @param before the window that is over but not yet ended, or null */
    private void begin(Key key, Entry entry, Counted before) {
        boolean free = before == null ? windows.size() < MOST : before.times == 0;
        if (free && !closed && !window.isZero()) {
            windows.put(key, new Counted(entry));
        }
    }

    /** Ends windows whose time has come. @return what is to be told of them */
    synchronized List<Entry> ended() {
        return end(false);
    }

    /** Ends all windows; nothing is folded any more. */
    synchronized List<Entry> close() {
        closed = true;
        return end(true);
    }

    private List<Entry> end(boolean all) {
        List<Entry> told = new ArrayList<>();
        for (Iterator<Counted> each = windows.values().iterator(); each.hasNext();) {
            Counted counted = each.next();
            if (all || isOver(counted)) {
                each.remove();
                if (counted.times > 0) {
                    told.add(counted.first.repeated(counted.times, counted.last));
                }
            }
        }
        return told;
    }

    /** Also after the clock was set back. */
    private boolean isOver(Counted counted) {
        Duration age = Duration.between(counted.first.logged().time(), clock.instant());
        return age.isNegative() || age.compareTo(window) >= 0;
    }
}
