package org.waypost.admin.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Tries queues now, as if their retry time had passed. */
@Service
@Command(scope = "queue", name = "retry", description = "Tries queues now, as if their retry time had passed",
        detailedDescription = "Example: queue:retry smtp:example.net")
public final class QueueRetry implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Names of queues, as queue:list shows them", multiValued = true)
    @Completion(QueueNames.class)
    private List<String> queues;

    @Option(name = "--all", description = "All queues that are neither frozen nor disabled")
    private boolean all;

    @Override
    public Object execute() throws Refusal {
        if (all == (queues != null)) {
            throw new Refusal("Give either names of queues or --all.");
        }
        if (all) {
            System.out.println(Refusal.orValue(admin.retryAll()));
            return null;
        }
        for (String queue : queues) {
            System.out.println(Refusal.orValue(admin.retry(queue)));
        }
        return null;
    }
}
