package org.waypost.admin.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;
import org.waypost.queue.QueueStatus;

/** Shows one queue in full. */
@Service
@Command(scope = "queue", name = "show", description = "Shows one queue in full",
        detailedDescription = "Example: queue:show smtp:example.net")
public final class QueueShow implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Name of the queue, as queue:list shows it", required = true)
    @Completion(QueueNames.class)
    private String queue;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        QueueStatus status = Refusal.orValue(admin.queue(queue));
        if (json) {
            System.out.println(JsonText.of(status));
        } else {
            new QueueTable(Instant.now()).show(status, System.out);
        }
        return null;
    }
}
