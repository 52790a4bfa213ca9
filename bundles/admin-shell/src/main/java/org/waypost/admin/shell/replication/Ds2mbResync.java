package org.waypost.admin.shell.replication;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TaskWait;

/** Compares everything with the directory again, and waits for the end. */
@Service
@Command(scope = "ds2mb", name = "resync", description = "Compares everything with the directory again, and waits for the end",
        detailedDescription = "Example: ds2mb:resync")
public final class Ds2mbResync implements Action {
    @Reference
    private ReplicationAdmin admin;

    @Override
    public Object execute() throws Refusal {
        TaskWait.untilEnd(admin.resync(), System.out);
        return null;
    }
}
