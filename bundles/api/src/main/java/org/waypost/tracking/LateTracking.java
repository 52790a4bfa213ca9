package org.waypost.tracking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A tracking that may come later, be replaced or never be there: what is recorded while a replacement is under way is kept,
 * the first {@value #KEPT} of it, and handed on; before the first one came nothing is kept. Any thread.
 */
public final class LateTracking implements Tracking {
    private static final int KEPT = 10_000;

    private final ArrayDeque<TrackingEvent> kept = new ArrayDeque<>();
    private volatile Tracking target;
    private volatile boolean known;

    @Override
    public void record(TrackingEvent event) {
        Tracking now = target;
        if (now == null && known) {
            now = keep(event);
        }
        if (now != null) {
            now.record(event);
        }
    }

    @Override
    public boolean isOn() {
        Tracking now = target;
        return now == null ? known : now.isOn();
    }

    /** The service came, or a better one did. */
    public void bind(Tracking tracking) {
        List<TrackingEvent> late;
        synchronized (kept) {
            known = true;
            target = tracking;
            late = new ArrayList<>(kept);
            kept.clear();
        }
        late.forEach(tracking::record);
    }

    /** The service goes. Ignored if another one has been bound since. */
    public void unbind(Tracking tracking) {
        synchronized (kept) {
            if (target == tracking) {
                target = null;
            }
        }
    }

    /** @return who is to have it after all, or null */
    private Tracking keep(TrackingEvent event) {
        synchronized (kept) {
            if (target == null && kept.size() < KEPT) {
                kept.add(event);
            }
            return target;
        }
    }
}
