package org.waypost.transport.mina.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.waypost.connection.Protocol;

/**
 * A protocol's stay, from bind to unbind: which channels hold a conversation of it. After
 * {@link #leave} no channel enters, and those inside freeze their conversation at the next chance. Any
 * thread.
 */
public final class Tenancy {
    private final Protocol protocol;
    private final Set<Channel> inside = new HashSet<>();
    private volatile boolean leaving;

    public Tenancy(Protocol protocol) {
        this.protocol = protocol;
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Whether conversations are to be frozen. */
    boolean isLeaving() {
        return leaving;
    }

    /** False if the protocol is leaving. */
    public synchronized boolean enter(Channel channel) {
        return !leaving && inside.add(channel);
    }

    synchronized void exit(Channel channel) {
        inside.remove(channel);
        if (inside.isEmpty()) {
            notifyAll();
        }
    }

    /** The protocol is about to go: conversations at rest are frozen now, the others when they next ask. */
    public void leave() {
        leaving = true;
        channels().forEach(Channel::settleSoon);
    }

    /** It stays after all: the one that was to follow has gone. */
    public void stay() {
        leaving = false;
    }

    /** Whether everyone left within the time. */
    public synchronized boolean awaitEmpty(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!inside.isEmpty() && deadline - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return inside.isEmpty();
    }

    /** Those still inside. */
    public synchronized List<Channel> channels() {
        return new ArrayList<>(inside);
    }
}
