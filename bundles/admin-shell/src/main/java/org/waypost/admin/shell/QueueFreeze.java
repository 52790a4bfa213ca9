package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Holds a queue: nothing leaves it, messages may still come; survives a restart. */
@Service
@Command(scope = "queue", name = "freeze", description = "Holds a queue: nothing leaves it, messages may still come; survives a restart",
        detailedDescription = "Example: queue:freeze smtp:example.net")
public final class QueueFreeze implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Name of the queue, as queue:list shows it", required = true)
    @Completion(QueueNames.class)
    private String queue;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Refusal.orValue(admin.freeze(queue)));
        return null;
    }
}
