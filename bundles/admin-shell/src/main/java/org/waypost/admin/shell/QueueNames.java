package org.waypost.admin.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.QueueAdmin;
import org.waypost.queue.QueueStatus;

/** Completes names of queues. */
@Service
public final class QueueNames implements Completer {
    @Reference
    private QueueAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.queues() instanceof Answer.Ok<List<QueueStatus>> ok) {
            return new StringsCompleter(ok.value().stream().map(QueueStatus::name).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
