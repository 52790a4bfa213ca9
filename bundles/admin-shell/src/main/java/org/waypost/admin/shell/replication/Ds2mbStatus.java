package org.waypost.admin.shell.replication;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.shell.Refusal;

/** Shows the replication of the directory to the metabase, and what could not be replicated. */
@Service
@Command(scope = "ds2mb", name = "status", description = "Shows the replication of the directory to the metabase, and what could not be replicated",
        detailedDescription = "Example: ds2mb:status")
public final class Ds2mbStatus implements Action {
    @Reference
    private ReplicationAdmin admin;

    @Override
    public Object execute() throws Refusal {
        ReplicationView.status(Refusal.orValue(admin.status()), System.out);
        return null;
    }
}
