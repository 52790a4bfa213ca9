package org.waypost.admin.shell.replication;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.policy.RecipientUpdateService.Status;
import org.waypost.replication.Replication;

/** Shows the replication of the directory to the metabase, and what could not be replicated. */
@Service
@Command(scope = "ds2mb", name = "status", description = "Shows the replication of the directory to the metabase, and what could not be replicated",
        detailedDescription = "Example: ds2mb:status")
public final class Ds2mbStatus implements Action {
    @Reference
    private ReplicationAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Replication.Status status = Refusal.orValue(admin.status());
        if (json) {
            System.out.println(JsonText.of(status));
        } else {
            ReplicationView.status(status, System.out);
        }
        return null;
    }
}
