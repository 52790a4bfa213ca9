package org.waypost.connection;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The listening side of the transport. Listeners come from {@link Protocol} services; here they are
 * seen and steered. A protocol that goes away keeps its listener for a grace time, so that its next
 * version takes over; {@link #close} ends it at once (the virtual server was removed).
 *
 * <p>Methods may be called from any thread and return when the change is made. An unknown name
 * returns false and changes nothing.
 */
@ProviderType
public interface Listeners {
    List<ListenerStatus> list();

    /** Takes connections again after {@link #pause} or {@link #stop}. */
    boolean start(String name);

    /** Takes no new connections; those that stand go on. */
    boolean pause(String name);

    /** Closes the sockets and signals {@link Connection#SHUTDOWN} to the connections that stand. */
    boolean stop(String name);

    /** Like {@link #stop}, and forgets the listener. */
    boolean close(String name);
}
