package org.waypost.admin.shell.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.shell.Printed;
import org.waypost.admin.shell.Refusal;
import org.waypost.event.EventQuery;
import org.waypost.event.EventType.Severity;
import org.waypost.event.EventViewer.CataloguedEvent;
import org.waypost.event.LoggedEvent;

class EventViewTest {
    private static final String LINE = "2026-11-29 10:00:00Z WARNING     Queue/7 Retry: It is ?[2J held.\n";

    @Test
    void anEventIsALineThatCannotSteerTheTerminal() throws Exception {
        assertEquals(LINE, Printed.by(out -> EventView.list(List.of(event(Severity.WARNING)), false, out)));
        assertEquals("No events.\n", Printed.by(out -> EventView.list(List.of(), false, out)));
    }

    @Test
    void jsonHasAllThatIsKnown() throws Exception {
        String json = Printed.by(out -> EventView.list(List.of(event(Severity.WARNING)), true, out));
        assertTrue(json.contains("\"severity\": \"WARNING\"") && json.contains("\"smtp:a\"") && json.contains("\"repeated\": 2"), json);
    }

    @Test
    void onlyWhatIsWantedIsPrintedUntilTheCount() throws Exception {
        String shown = Printed.by(out -> {
            EventPrinter printer = new EventPrinter(EventQuery.newest(1).atLeast(Severity.WARNING), false, out);
            printer.logged(event(Severity.INFORMATION));
            printer.logged(event(Severity.WARNING));
            printer.logged(event(Severity.WARNING));
            printer.print(1);
        });
        assertEquals(LINE, shown);
    }

    @Test
    void aShellThatCannotFollowIsTold() throws Exception {
        String shown = Printed.by(out -> {
            EventPrinter printer = new EventPrinter(EventQuery.newest(1), false, out);
            for (int i = 0; i < 1_007; i++) {
                printer.logged(event(Severity.WARNING));
            }
            printer.missed(3);
            printer.print(1);
        });
        assertTrue(shown.contains("(10 further events came too fast to be shown)"), shown);
    }

    @Test
    void levelsAndTypesAreTables() throws Exception {
        String levels = Printed.by(out -> EventView.levels(List.of(new EventLogAdmin.Level("SMTP/Protocol", "3")), out));
        assertTrue(levels.contains("SMTP/Protocol") && levels.contains("3"), levels);
        String types = Printed.by(out -> EventView.catalogue(
                List.of(new CataloguedEvent("Queue", 7, "HELD", "Retry", Severity.ERROR, 0, "It is {}.")), false, out));
        assertTrue(types.contains("Queue/7") && types.contains("It is {}."), types);
    }

    @Test
    void aSeverityIsReadInAnyCase() throws Exception {
        assertEquals(Severity.ERROR, EventList.severity("error"));
        assertThrows(Refusal.class, () -> EventList.severity("fatal"));
    }

    private static LoggedEvent event(Severity severity) {
        return new LoggedEvent(Instant.parse("2026-11-29T10:00:00Z"), "Queue", 7, "HELD", "Retry", severity, 0, "It is \u001b[2J held.",
                List.of("smtp:a"), 2);
    }
}
