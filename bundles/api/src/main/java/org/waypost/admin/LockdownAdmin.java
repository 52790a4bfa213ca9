package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** Where this server can be reached, for people. As {@link QueueAdmin}. */
@ProviderType
public interface LockdownAdmin {
    /** All TCP sockets of this process that take connections, by port. Refused where the system does not tell (Linux does). */
    Answer<List<Listening>> listening();

    /**
     * @param port 1 to 65535
     * @param loopback whether only this machine reaches it
     * @param whose such as {@code virtual server main}
     * @param needed whether something would not work without it
     * @param advice what to do, as a sentence; empty if it is well as it is
     */
    record Listening(String address, int port, boolean loopback, String whose, boolean needed, String advice) {
        public Listening {
            Objects.requireNonNull(address);
            Objects.requireNonNull(whose);
            Objects.requireNonNull(advice);
        }
    }
}
