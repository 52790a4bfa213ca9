package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServerAdmin;

/** Lets a virtual server take connections again after server:pause or server:stop. */
@Service
@Command(scope = "server", name = "start", description = "Lets a virtual server take connections again after server:pause or server:stop",
        detailedDescription = "Example: server:start main")
public final class ServerStart implements Action {
    @Reference
    private ServerAdmin admin;

    @Argument(name = "server", description = "Name of the virtual server, as server:list shows it", required = true)
    @Completion(ServerNames.class)
    private String server;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Refusal.orValue(admin.start(server)));
        return null;
    }
}
