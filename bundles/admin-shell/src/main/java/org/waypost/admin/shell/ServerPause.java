package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServerAdmin;

/** Lets a virtual server take no new connections; those it has go on. */
@Service
@Command(scope = "server", name = "pause", description = "Lets a virtual server take no new connections; those it has go on",
        detailedDescription = "Example: server:pause main")
public final class ServerPause implements Action {
    @Reference
    private ServerAdmin admin;

    @Argument(name = "server", description = "Name of the virtual server, as server:list shows it", required = true)
    @Completion(ServerNames.class)
    private String server;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Refusal.orValue(admin.pause(server)));
        return null;
    }
}
