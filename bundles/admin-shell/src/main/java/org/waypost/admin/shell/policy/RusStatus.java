package org.waypost.admin.shell.policy;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.policy.RecipientUpdateService.Status;

/** Lists the instances of the Recipient Update Service: state, last run, lag. */
@Service
@Command(scope = "rus", name = "status", description = "Lists the instances of the Recipient Update Service: state, last run, lag",
        detailedDescription = "Example: rus:status")
public final class RusStatus implements Action {
    @Reference
    private RecipientUpdateAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Status> instances = Refusal.orValue(admin.status());
        if (json) {
            System.out.println(JsonText.of(instances));
        } else {
            PolicyView.instances(instances, System.out);
        }
        return null;
    }
}
