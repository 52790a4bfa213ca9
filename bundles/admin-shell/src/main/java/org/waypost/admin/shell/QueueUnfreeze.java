package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Lets a frozen queue go on. */
@Service
@Command(scope = "queue", name = "unfreeze", description = "Lets a frozen queue go on",
        detailedDescription = "Example: queue:unfreeze smtp:example.net")
public final class QueueUnfreeze implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Name of the queue, as queue:list shows it", required = true)
    @Completion(QueueNames.class)
    private String queue;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Refusal.orValue(admin.unfreeze(queue)));
        return null;
    }
}
