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

/** Completes names of routing groups. */
@Service
public final class RoutingGroupNames implements Completer {
    @Reference
    private LinkStateAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.map() instanceof Answer.Ok<OrganizationMap> ok) {
            return new StringsCompleter(ok.value().groups().values().stream().map(state -> state.group().name()).sorted().toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
