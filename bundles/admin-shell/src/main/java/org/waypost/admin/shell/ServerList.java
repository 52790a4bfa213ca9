package org.waypost.admin.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServerAdmin;
import org.waypost.smtp.VirtualServerStatus;

/** Lists the virtual servers: state, addresses, connections, problems. */
@Service
@Command(scope = "server", name = "list", description = "Lists the virtual servers: state, addresses, connections, problems",
        detailedDescription = "Example: server:list")
public final class ServerList implements Action {
    @Reference
    private ServerAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<VirtualServerStatus> servers = Refusal.orValue(admin.servers());
        if (json) {
            System.out.println(JsonText.of(servers));
        } else {
            ServerTable.list(servers, System.out);
        }
        return null;
    }
}
