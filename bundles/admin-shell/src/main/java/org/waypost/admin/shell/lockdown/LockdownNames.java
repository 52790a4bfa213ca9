package org.waypost.admin.shell.lockdown;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.LockdownAdmin.Listening;

/** Completes names of what lockdown can close. */
@Service
public final class LockdownNames implements Completer {
    @Reference
    private LockdownAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.listening() instanceof Answer.Ok<List<Listening>> ok) {
            return new StringsCompleter(ok.value().stream().filter(Listening::closable).map(Listening::name).distinct().toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
