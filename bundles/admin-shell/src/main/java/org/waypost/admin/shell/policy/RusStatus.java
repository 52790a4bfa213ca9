package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.shell.Refusal;

/** Lists the instances of the Recipient Update Service: state, last run, lag. */
@Service
@Command(scope = "rus", name = "status", description = "Lists the instances of the Recipient Update Service: state, last run, lag",
        detailedDescription = "Example: rus:status")
public final class RusStatus implements Action {
    @Reference
    private RecipientUpdateAdmin admin;

    @Override
    public Object execute() throws Refusal {
        PolicyView.instances(Refusal.orValue(admin.status()), System.out);
        return null;
    }
}
