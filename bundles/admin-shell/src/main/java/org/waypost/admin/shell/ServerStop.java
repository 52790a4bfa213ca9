package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServerAdmin;

/** Closes the sockets of a virtual server and asks its connections to finish. */
@Service
@Command(scope = "server", name = "stop", description = "Closes the sockets of a virtual server and asks its connections to finish",
        detailedDescription = "Example: server:stop main")
public final class ServerStop implements Action {
    @Reference
    private ServerAdmin admin;

    @Argument(name = "server", description = "Name of the virtual server, as server:list shows it", required = true)
    @Completion(ServerNames.class)
    private String server;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Refusal.orValue(admin.stop(server)));
        return null;
    }
}
