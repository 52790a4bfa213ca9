package org.waypost.admin.shell.event;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.EventLogAdmin;
import org.waypost.event.EventViewer.CataloguedEvent;

/** Completes sources of events, and their categories behind a slash. */
@Service
public final class EventSources implements Completer {
    @Reference
    private EventLogAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.catalogue() instanceof Answer.Ok<List<CataloguedEvent>> ok) {
            String typed = commandLine.getCursorArgument() == null ? "" : commandLine.getCursorArgument();
            Stream<String> places = ok.value().stream()
                    .map(type -> typed.contains("/") ? type.source() + "/" + type.category() : type.source());
            return new StringsCompleter(places.distinct().toList()).complete(session, commandLine, candidates);
        }
        return -1;
    }
}
