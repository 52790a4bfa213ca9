package org.waypost.admin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.smtp.VirtualServerStatus;

/** Virtual servers for people. As {@link QueueAdmin}. */
@ProviderType
public interface ServerAdmin {
    Answer<List<VirtualServerStatus>> servers();

    Answer<String> start(String server);

    Answer<String> stop(String server);

    Answer<String> pause(String server);
}
