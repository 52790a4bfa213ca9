package org.waypost.admin.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Lists the queues: state, content, next retry, last reason. */
@Service
@Command(scope = "queue", name = "list", description = "Lists the queues: state, content, next retry, last reason",
        detailedDescription = "Example: queue:list")
public final class QueueList implements Action {
    @Reference
    private QueueAdmin admin;

    @Override
    public Object execute() throws Refusal {
        new QueueTable(Instant.now()).list(Refusal.orValue(admin.queues()), System.out);
        return null;
    }
}
