package org.waypost.admin.shell.event;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.event.EventViewer.CataloguedEvent;

/** Lists all types of events. */
@Service
@Command(scope = "event", name = "catalogue", description = "Lists all types of events",
        detailedDescription = "Example: event:catalogue --source Queue")
public final class EventCatalogue implements Action {
    @Reference
    private EventLogAdmin admin;

    @Option(name = "--source", description = "Only of this source, such as SMTP")
    @Completion(EventSources.class)
    private String source;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<CataloguedEvent> types = Refusal.orValue(admin.catalogue());
        EventView.catalogue(types.stream().filter(type -> source == null || type.source().equalsIgnoreCase(source)).toList(), json, System.out);
        return null;
    }
}
