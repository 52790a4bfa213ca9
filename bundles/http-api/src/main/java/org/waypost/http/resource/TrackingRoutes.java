package org.waypost.http.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.admin.TrackingAdmin;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** What happened to messages. */
record TrackingRoutes(Late<TrackingAdmin> admin) {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    List<Route> routes() {
        return List.of(
                Route.get("/tracking", "Lists what happened to messages, the last first.", this::find,
                        Parameter.query("header", "Only of those with this Message-ID header"),
                        Parameter.query("sender", "Only of those from this address; <> for the null reverse-path"),
                        Parameter.query("recipient", "Only what happened for this address"),
                        Parameter.query("remote", "Only what the host with this name or address took part in"),
                        Parameter.query("kind", "Only these kinds").oneOf(TrackingKind.values()).texts(),
                        TimeSpan.SINCE, TimeSpan.UNTIL,
                        Parameter.query("limit", "How many at most; 100 if it is not given").number(1, MOST)),
                Route.get("/tracking/messages/{id}", "Lists all that happened to a message and to those related to it, in the order of time.",
                        call -> Reply.of(admin.ask(a -> a.history(call.text("id")))), Parameter.path("id", "Queue id of the message")),
                Route.get("/tracking/status", "Tells how it is with message tracking itself.",
                        call -> Reply.of(admin.ask(TrackingAdmin::status))));
    }

    private Reply find(Call call) {
        return TimeSpan.read(call, span -> Reply.of(admin.ask(a -> a.find(question(call, span)))));
    }

    private static TrackingQuestion question(Call call, TimeSpan span) {
        Set<TrackingKind> kinds = call.texts("kind").stream().map(TrackingKind::valueOf).collect(Collectors.toSet());
        return new TrackingQuestion(Optional.empty(), call.optionalText("header"), call.optionalText("sender"),
                call.optionalText("recipient"), call.optionalText("remote"), kinds, span.since(), span.until(),
                (int) call.number("limit", USUAL));
    }
}
