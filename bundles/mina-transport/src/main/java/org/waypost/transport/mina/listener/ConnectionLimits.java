package org.waypost.transport.mina.listener;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts a listener's connections, in all and by remote address. Any thread. */
final class ConnectionLimits {
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private int all;

    /** Counts the connection unless one of the limits is reached. */
    synchronized boolean admit(InetAddress remote, int max, int maxPerAddress) {
        if (all >= max || byAddress.getOrDefault(remote, 0) >= maxPerAddress) {
            return false;
        }
        all++;
        byAddress.merge(remote, 1, Integer::sum);
        return true;
    }

    synchronized void release(InetAddress remote) {
        all--;
        byAddress.computeIfPresent(remote, (address, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Waits until no connection is left, or the deadline of {@link System#nanoTime} has passed. */
    synchronized void awaitNone(long deadline) throws InterruptedException {
        while (all > 0 && deadline - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
    }

    synchronized int count() {
        return all;
    }
}
