package org.waypost.http.resource;

import java.util.List;
import java.util.Optional;
import org.waypost.admin.EventLogAdmin;
import org.waypost.event.EventQuery;
import org.waypost.event.EventType.Severity;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** The event log. */
record EventRoutes(Late<EventLogAdmin> admin) {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    List<Route> routes() {
        return List.of(
                Route.get("/events", "Lists logged events, newest first.", this::list,
                        Parameter.query("source", "Only those of this source"),
                        Parameter.query("category", "Only those of this category"),
                        Parameter.query("atLeast", "Only those that are that bad or worse").oneOf(Severity.values()),
                        Parameter.query("id", "Only those with this id").number(0, Integer.MAX_VALUE),
                        Parameter.query("text", "Only those whose text contains this, without regard to case"),
                        Parameter.query("object", "Only those about this object, as a whole"),
                        TimeSpan.SINCE, TimeSpan.UNTIL,
                        Parameter.query("limit", "How many at most; 100 if it is not given").number(1, MOST)),
                Route.get("/events/catalogue", "Lists all types of events.", call -> Reply.of(admin.ask(EventLogAdmin::catalogue))),
                Route.get("/events/levels", "Lists which diagnostic levels and severities are set.",
                        call -> Reply.of(admin.ask(EventLogAdmin::levels))),
                Route.put(Role.ADMINISTER, "/events/levels", "Sets at once what is logged of a source or a category.",
                        call -> Reply.of(admin.ask(a -> a.level(call.text("place"), call.text("value")))),
                        Parameter.body("place", "SOURCE or SOURCE/CATEGORY"),
                        Parameter.body("value", "0 to 5, ERROR, WARNING, INFORMATION, or default to take away what was set")));
    }

    private Reply list(Call call) {
        return TimeSpan.read(call, span -> Reply.of(admin.ask(a -> a.list(query(call, span)))));
    }

    private static EventQuery query(Call call, TimeSpan span) {
        Optional<Severity> worst = call.optionalText("atLeast").map(Severity::valueOf);
        Optional<Integer> id = Optional.of((int) call.number("id", -1)).filter(number -> number >= 0);
        return new EventQuery(call.optionalText("source"), call.optionalText("category"), worst, id, call.optionalText("text"),
                call.optionalText("object"), span.since(), span.until(), (int) call.number("limit", USUAL));
    }
}
