package org.waypost.admin.shell.event;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.event.EventQuery;
import org.waypost.event.EventViewer;

/** Shows each event as it is logged, until Ctrl-C. */
@Service
@Command(scope = "event", name = "tail", description = "Shows each event as it is logged, until Ctrl-C",
        detailedDescription = "Example: event:tail --source SMTP --severity WARNING")
public final class EventTail implements Action {
    @Reference
    private EventLogAdmin admin;

    @Option(name = "--source", description = "Only of this source, such as SMTP")
    @Completion(EventSources.class)
    private String source;

    @Option(name = "--severity", description = "Only so bad or worse: ERROR, WARNING or INFORMATION")
    @Completion(value = StringsCompleter.class, values = {"ERROR", "WARNING", "INFORMATION"})
    private String severity;

    @Option(name = "--count", description = "End after so many events")
    private int count = Integer.MAX_VALUE;

    @Option(name = "--json", description = "A line of JSON for each")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        EventQuery wanted = EventQuery.newest(1);
        wanted = source == null ? wanted : wanted.source(source);
        wanted = severity == null ? wanted : wanted.atLeast(EventList.severity(severity));
        EventPrinter printer = new EventPrinter(wanted, json, System.out);
        try (EventViewer.Tail tail = Refusal.orValue(admin.tail(printer))) {
            printer.print(count);
        }
        return null;
    }
}
