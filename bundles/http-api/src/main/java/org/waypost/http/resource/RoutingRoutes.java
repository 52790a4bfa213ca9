package org.waypost.http.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.RouteAdmin.RouteRequest;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Problem;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;
import org.waypost.topology.Connector.Priority;

/** Routes. */
record RoutingRoutes(Late<RouteAdmin> admin, InstantSource clock) {
    private static final int MOST_ROWS = 10_000;
    private static final int USUAL_ROWS = 1000;

    List<Route> routes() {
        return List.of(
                Route.get("/routes/explain", "Tells where a message would go next and why; nothing is sent.", this::explain,
                        Parameter.query("recipient", "Address").mandatory(),
                        Parameter.query("sender", "Address; the null reverse-path if it is not given"),
                        Parameter.query("server", "Name of the server that has the recipient; else the directory tells"),
                        Parameter.query("from", "Name of the server that routes; else this one"),
                        Parameter.query("size", "Octets; 0 if it is not given").number(0, Long.MAX_VALUE),
                        Parameter.query("priority", "NORMAL if it is not given").oneOf(Priority.values()),
                        Parameter.query("time", "When it is to go, such as 2026-01-31T12:00:00Z; else now"),
                        Parameter.query("previous", "Name of the server of the organization that it came from")),
                Route.get("/routes/table", "Lists where this server sends mail for each routing group and address space.",
                        call -> Reply.of(admin.ask(a -> a.table((int) call.number("limit", USUAL_ROWS))), RouteView.Table::of),
                        Parameter.query("limit", "Rows at most; 1000 if it is not given").number(1, MOST_ROWS)),
                Route.get("/routes/connectors", "Lists all connectors and what of them is up and down.",
                        call -> Reply.of(admin.ask(a -> a.connectors(Optional.empty())))));
    }

    private Reply explain(Call call) {
        Instant time;
        try {
            time = call.optionalText("time").map(Instant::parse).orElseGet(clock::instant);
        } catch (DateTimeException e) {
            return Reply.of(Problem.of(400, "The parameter time must be like 2026-01-31T12:00:00Z."));
        }
        RouteRequest request = new RouteRequest(call.optionalText("sender"), call.text("recipient"), call.optionalText("server"),
                call.optionalText("from"), call.number("size", 0), call.choice("priority", Priority.class, Priority.NORMAL), time,
                call.optionalText("previous"), Optional.empty());
        return Reply.of(admin.ask(a -> a.explain(request)), RouteView::of);
    }
}
