package org.waypost.admin.shell.directory;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.directory.DirectoryStatus;

/** Lists the directory servers: roles, state, connections. */
@Service
@Command(scope = "directory", name = "servers", description = "Lists the directory servers: roles, state, connections",
        detailedDescription = "Example: directory:servers")
public final class DirectoryServers implements Action {
    @Reference
    private DirectoryAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<DirectoryStatus.Server> servers = Refusal.orValue(admin.status()).status().servers();
        if (json) {
            System.out.println(JsonText.of(servers));
        } else {
            DirectoryView.servers(servers, System.out);
        }
        return null;
    }
}
