package org.waypost.connection;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;

/**
 * How a listener stands.
 *
 * @param name of the listener
 * @param state of the listener
 * @param listening the addresses it listens on, ports resolved
 * @param connections open now
 * @param problems what could not be had (a binding in use and by whom, an unreadable certificate),
 *     each a full sentence for the operator; empty when all is well
 * @param notices what changed and is no problem (a certificate reloaded), as problems
 */
public record ListenerStatus(String name, State state, List<InetSocketAddress> listening, int connections,
        List<String> problems, List<String> notices) {
    /** What an administrator asked for. */
    public enum State {
        /** Takes connections. */
        STARTED,
        /** Keeps those it has and takes no new ones. */
        PAUSED,
        /** Sockets closed, connections asked to finish. */
        STOPPED
    }

    public ListenerStatus {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        listening = List.copyOf(listening);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }
}
