package org.waypost.admin.shell.policy;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.policy.RecipientUpdateService.Status;

/** Completes names of instances of the Recipient Update Service. */
@Service
public final class RusNames implements Completer {
    @Reference
    private RecipientUpdateAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.status() instanceof Answer.Ok<List<Status>> ok) {
            return new StringsCompleter(ok.value().stream().map(Status::name).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
