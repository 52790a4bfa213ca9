package org.waypost.admin.shell.event;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.event.EventViewer.CataloguedEvent;
import org.waypost.event.LoggedEvent;

/** Events, levels and the catalogue, printed. */
final class EventView {
    private EventView() {
    }

    /** A line for each, as in the text log, since texts are longer than a table has room for. */
    static void list(List<LoggedEvent> events, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonText.of(events));
        } else if (events.isEmpty()) {
            out.println("No events.");
        } else {
            events.forEach(event -> line(event, out));
        }
    }

    static void line(LoggedEvent event, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonText.line(event));
        } else {
            line(event, out);
        }
    }

    static void line(LoggedEvent event, PrintStream out) {
        out.println(Text.time(Optional.of(event.time())) + " " + String.format(Locale.ROOT, "%-11s", event.severity()) + " "
                + Text.plain(event.source() + "/" + event.id() + " " + event.category() + ": " + event.text()));
    }

    static void levels(List<EventLogAdmin.Level> levels, PrintStream out) {
        Table table = new Table("None is set: all severities up to diagnostic level 1 are logged.")
                .whole("Source or category").texts("Level");
        levels.forEach(level -> table.row(level.place(), level.value()));
        table.print(out);
    }

    static void catalogue(List<CataloguedEvent> types, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonText.of(types));
            return;
        }
        Table table = new Table("No events.").whole("Event", "Severity").numbers("Level").whole("Category").texts("Text")
                .spare("Level", "Severity");
        types.forEach(type -> table.row(type.source() + "/" + type.id(), type.severity(), type.level(),
                type.category(), type.text()));
        table.print(out);
    }
}
