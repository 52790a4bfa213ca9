package org.waypost.admin.shell.event;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Shows or sets what is logged of a source or a category of events. */
@Service
@Command(scope = "event", name = "level", description = "Shows or sets what is logged of a source or a category of events",
        detailedDescription = "Example: event:level SMTP/Protocol 5")
public final class EventLevel implements Action {
    @Reference
    private EventLogAdmin admin;

    @Argument(index = 0, name = "place", description = "SOURCE or SOURCE/CATEGORY; without it, what is set is shown")
    @Completion(EventSources.class)
    private String place;

    @Argument(index = 1, name = "level", description = "Diagnostic level 0 to 5; or ERROR, WARNING, INFORMATION; or default")
    @Completion(value = StringsCompleter.class, values = {"0", "1", "3", "5", "ERROR", "WARNING", "INFORMATION", "default"})
    private String level;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        if (place != null && level != null) {
            System.out.println(Text.plain(Refusal.orValue(admin.level(place, level))));
            return null;
        }
        List<EventLogAdmin.Level> levels = Refusal.orValue(admin.levels()).stream()
                .filter(set -> place == null || set.place().equalsIgnoreCase(place)).toList();
        if (json) {
            System.out.println(JsonText.of(levels));
        } else {
            EventView.levels(levels, System.out);
        }
        return null;
    }
}
