package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whatever of this server can be started and stopped by itself, for people. As {@link QueueAdmin}, except that a start or
 * stop waits up to a minute. A service that was stopped comes again when the server starts.
 */
@ProviderType
public interface ServiceAdmin {
    Answer<List<Service>> services();

    Answer<String> start(String service);

    /** Refused while others would be stranded. */
    Answer<String> stop(String service);

    /** For virtual servers: no new connections. */
    Answer<String> pause(String service);

    /**
     * @param name of a virtual server, or of a bundle without {@code org.waypost.}
     * @param state {@code STARTED}, {@code STOPPED}, {@code PAUSED}, {@code STARTING} or {@code STOPPING}
     * @param dependents names of those that would be stranded if it were stopped
     */
    record Service(String name, Kind kind, String state, List<String> dependents) {
        public Service {
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(state);
            dependents = List.copyOf(dependents);
        }
    }

    enum Kind {
        /** A listener of the transport: a virtual server, or the port of link state. */
        VIRTUAL_SERVER,
        /** Speaks a protocol on virtual servers. */
        PROTOCOL,
        /** The console, the HTTP interface, and what else only looks on. */
        ADMINISTRATION,
        MODULE
    }
}
