package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServerAdmin;

/** Lists the virtual servers: state, addresses, connections, problems. */
@Service
@Command(scope = "server", name = "list", description = "Lists the virtual servers: state, addresses, connections, problems",
        detailedDescription = "Example: server:list")
public final class ServerList implements Action {
    @Reference
    private ServerAdmin admin;

    @Override
    public Object execute() throws Refusal {
        ServerTable.list(Refusal.orValue(admin.servers()), System.out);
        return null;
    }
}
