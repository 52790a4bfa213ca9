package org.waypost.metrics;

/** A meter that may come later, be replaced or never be there: what is counted while it is away is dropped. Any thread. */
public final class LateMeter implements Meter {
    private volatile Meter target;

    @Override
    public void count(Metric metric, String... labels) {
        Meter now = target;
        if (now != null) {
            now.count(metric, labels);
        }
    }

    @Override
    public void observe(Metric metric, long nanos, String... labels) {
        Meter now = target;
        if (now != null) {
            now.observe(metric, nanos, labels);
        }
    }

    @Override
    public boolean isOn() {
        Meter now = target;
        return now != null && now.isOn();
    }

    /** The service came, or a better one did. */
    public synchronized void bind(Meter meter) {
        target = meter;
    }

    /** The service goes. Ignored if another one has been bound since. */
    public synchronized void unbind(Meter meter) {
        target = target == meter ? null : target;
    }
}
