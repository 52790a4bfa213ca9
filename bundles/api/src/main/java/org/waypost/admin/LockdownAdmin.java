package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where this server can be reached, and closing what is not needed, for people. What is closed stays closed over restarts and
 * new builds, until it is undone. As {@link QueueAdmin}, except that a change waits up to half a minute for the sockets.
 */
@ProviderType
public interface LockdownAdmin {
    /** All TCP sockets of this process that take connections, by port. Refused where the system does not tell (Linux does). */
    Answer<List<Listening>> listening();

    /** What {@link #close} would do. Changes nothing. */
    Answer<List<Closing>> plan(Request request);

    /**
     * Without a restart. Refused if nothing of what was asked for can be closed.
     *
     */
    Answer<List<Closing>> close(Request request);

    /**
     * Brings back what {@link #close} changed, all of it, as it was. What somebody has changed since is left as it is, which the
     * answer says. Refused if nothing is closed.
     *
     */
    Answer<List<Closing>> undo();

    /**
     * @param name for {@link Request}; several sockets may share one
     * @param port 1 to 65535
     * @param loopback whether only this machine reaches it
     * @param whose such as {@code virtual server main}
     * @param needed whether something would not work without it
     * @param advice what to do, as a sentence; empty if it is well as it is
     * @param closable whether {@link #close} can do it
     */
    record Listening(String name, String address, int port, boolean loopback, String whose, boolean needed, String advice, boolean closable) {
        public Listening {
            Objects.requireNonNull(name);
            Objects.requireNonNull(address);
            Objects.requireNonNull(whose);
            Objects.requireNonNull(advice);
        }
    }

    /**
     * @param names what is to be closed; empty for all that is better closed and that nobody else can be using
     * @param force also the door that the administrator came by
     */
    record Request(List<String> names, Door door, boolean force) {
        public Request {
            names = List.copyOf(names);
            Objects.requireNonNull(door);
        }
    }

    /**
     * How an administrator came in.
     *
     * @param name of what listens there; empty for none
     * @param loopback whether he is on this machine
     */
    record Door(String name, boolean loopback) {
        public Door {
            Objects.requireNonNull(name);
        }
    }

    /**
     * @param name as {@link Listening} has it
     * @param done whether it was, or for a plan would be, changed
     * @param sentence what is changed, or why it is not
     */
    record Closing(String name, boolean done, String sentence) {
        public Closing {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sentence);
        }
    }
}
