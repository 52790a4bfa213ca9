package org.waypost.admin.shell.routing;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Makes another member of a routing group its master. */
@Service
@Command(scope = "linkstate", name = "master", description = "Makes another member of a routing group its master",
        detailedDescription = "Example: linkstate:master North mail2")
public final class LinkStateMaster implements Action {
    @Reference
    private LinkStateAdmin admin;

    @Argument(index = 0, name = "group", description = "Name of the routing group, as linkstate:show shows it", required = true)
    @Completion(RoutingGroupNames.class)
    private String group;

    @Argument(index = 1, name = "server", description = "Name of the member that becomes master", required = true)
    @Completion(OrganizationServerNames.class)
    private String server;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.moveMaster(group, server))));
        return null;
    }
}
