package org.waypost.admin;

import org.osgi.annotation.versioning.ProviderType;
import org.waypost.replication.Replication;

/** The replication of the directory to the metabase (DS2MB) for people. As {@link QueueAdmin}. */
@ProviderType
public interface ReplicationAdmin {
    Answer<Replication.Status> status();

    /** Begins to compare everything again. */
    Answer<Task> resync();
}
