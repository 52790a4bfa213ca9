package org.waypost.admin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.policy.RecipientUpdateService;

/** The Recipient Update Service for people. As {@link QueueAdmin}. */
@ProviderType
public interface RecipientUpdateAdmin {
    Answer<List<RecipientUpdateService.Status>> status();

    /** Begins to stamp what changed (Update Now). */
    Answer<Task> update(String instance);

    /** Begins to look at every recipient again (Rebuild). */
    Answer<Task> rebuild(String instance);

    /** Switches between stamping and report-only mode, by the property {@code stamping} of the instance's metabase key. */
    Answer<String> stamping(String instance, boolean on);
}
