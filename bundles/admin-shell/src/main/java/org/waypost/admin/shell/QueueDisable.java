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

/** Closes queues: nothing leaves them and they are not tried, messages may still come; survives a restart. */
@Service
@Command(scope = "queue", name = "disable", description = "Closes queues: nothing leaves them and they are not tried, messages may still come; survives a restart",
        detailedDescription = "Example: queue:disable smtp:example.net")
public final class QueueDisable implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Names of queues, as queue:list shows them", multiValued = true)
    @Completion(QueueNames.class)
    private List<String> queues;

    @Option(name = "--all-outbound", description = "All queues that lead to other servers, also those that come later")
    private boolean all;

    @Override
    public Object execute() throws Refusal {
        if (all == (queues != null)) {
            throw new Refusal("Give either names of queues or --all-outbound.");
        }
        if (all) {
            System.out.println(Refusal.orValue(admin.disableOutbound()));
            return null;
        }
        for (String queue : queues) {
            System.out.println(Refusal.orValue(admin.disable(queue)));
        }
        return null;
    }
}
