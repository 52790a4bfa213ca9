package org.waypost.admin;

import org.osgi.annotation.versioning.ProviderType;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;

/** Link state for people. As {@link QueueAdmin}. */
@ProviderType
public interface LinkStateAdmin {
    /** How this server takes part. */
    Answer<LinkStateStatus> status();

    /** The organization as this server knows it. */
    Answer<OrganizationMap> map();

    /**
     * Makes another member of a routing group its master.
     *
     * @param group its name
     * @param server the name of the member
     */
    Answer<String> moveMaster(String group, String server);

    /** Makes this server one of the organization, which others know by its key. */
    Answer<String> join();

    /** The map as text that {@link #read} takes, here or elsewhere. */
    Answer<String> write(OrganizationMap map);

    Answer<OrganizationMap> read(String text);
}
