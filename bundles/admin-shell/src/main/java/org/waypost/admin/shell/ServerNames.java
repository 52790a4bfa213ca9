package org.waypost.admin.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.smtp.VirtualServerStatus;

/** Completes names of servers. */
@Service
public final class ServerNames implements Completer {
    @Reference
    private ServerAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.servers() instanceof Answer.Ok<List<VirtualServerStatus>> ok) {
            return new StringsCompleter(ok.value().stream().map(VirtualServerStatus::name).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
