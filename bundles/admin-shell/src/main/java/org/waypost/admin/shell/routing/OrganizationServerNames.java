package org.waypost.admin.shell.routing;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Server;

/** Completes names of servers of the organization. */
@Service
public final class OrganizationServerNames implements Completer {
    @Reference
    private LinkStateAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.map() instanceof Answer.Ok<OrganizationMap> ok) {
            return new StringsCompleter(ok.value().groups().values().stream().flatMap(state -> state.group().servers().stream())
                    .map(Server::name).sorted().toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
