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

/** Opens queues that were disabled. */
@Service
@Command(scope = "queue", name = "enable", description = "Opens queues that were disabled",
        detailedDescription = "Example: queue:enable smtp:example.net")
public final class QueueEnable implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "queue", description = "Names of queues, as queue:list shows them", multiValued = true)
    @Completion(QueueNames.class)
    private List<String> queues;

    @Option(name = "--all-outbound", description = "All that queue:disable --all-outbound closed")
    private boolean all;

    @Override
    public Object execute() throws Refusal {
        if (all == (queues != null)) {
            throw new Refusal("Give either names of queues or --all-outbound.");
        }
        if (all) {
            System.out.println(Refusal.orValue(admin.enableOutbound()));
            return null;
        }
        for (String queue : queues) {
            System.out.println(Refusal.orValue(admin.enable(queue)));
        }
        return null;
    }
}
