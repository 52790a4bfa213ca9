package org.waypost.admin.shell.directory;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.Refusal;

/** Lists the directory servers: roles, state, connections. */
@Service
@Command(scope = "directory", name = "servers", description = "Lists the directory servers: roles, state, connections",
        detailedDescription = "Example: directory:servers")
public final class DirectoryServers implements Action {
    @Reference
    private DirectoryAdmin admin;

    @Override
    public Object execute() throws Refusal {
        DirectoryView.servers(Refusal.orValue(admin.status()).status().servers(), System.out);
        return null;
    }
}
