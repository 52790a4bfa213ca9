package org.waypost.admin.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Has the recipients tried now that are meant, as if their time had come. */
@Service
@Command(scope = "message", name = "retry",
        description = "Has all recipients tried now that the options mean, and their next hops too if they were down",
        detailedDescription = "Example: message:retry --recipient @example.net")
public final class MessageRetry extends MessageSelection {
    @Reference
    private QueueAdmin admin;

    @Override
    public Object execute() throws Refusal {
        TaskWait.untilEnd(admin.retryMatching(filter(Instant.now())), System.out);
        return null;
    }
}
