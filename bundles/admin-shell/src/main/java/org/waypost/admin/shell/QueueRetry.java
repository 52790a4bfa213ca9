package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Tries a queue now, as if its retry time had passed. */
@Service
@Command(scope = "queue", name = "retry", description = "Tries a queue now, as if its retry time had passed",
        detailedDescription = "Example: queue:retry smtp:example.net")
public final class QueueRetry implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Name of the queue, as queue:list shows it", required = true)
    @Completion(QueueNames.class)
    private String queue;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Refusal.orValue(admin.retry(queue)));
        return null;
    }
}
