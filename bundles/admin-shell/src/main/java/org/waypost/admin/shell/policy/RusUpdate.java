package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TaskWait;

/** Stamps what changed, and waits for the end. */
@Service
@Command(scope = "rus", name = "update", description = "Stamps what changed, and waits for the end",
        detailedDescription = "Example: rus:update Example")
public final class RusUpdate implements Action {
    @Reference
    private RecipientUpdateAdmin admin;

    @Argument(name = "instance", description = "Name of the instance, as rus:status shows it", required = true)
    @Completion(RusNames.class)
    private String instance;

    @Override
    public Object execute() throws Refusal {
        TaskWait.untilEnd(admin.update(instance), System.out);
        return null;
    }
}
