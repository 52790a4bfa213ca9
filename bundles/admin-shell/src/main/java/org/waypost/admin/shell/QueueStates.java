package org.waypost.admin.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.queue.QueueState;

/** Completes states of queues. */
@Service
public final class QueueStates implements Completer {
    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(Stream.of(QueueState.values()).map(state -> state.name().toLowerCase(Locale.ROOT)).toList())
                .complete(session, commandLine, candidates);
    }
}
