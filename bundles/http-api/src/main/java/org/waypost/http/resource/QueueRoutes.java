package org.waypost.http.resource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.waypost.admin.Answer;
import org.waypost.admin.QueueAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

/** Queues. */
record QueueRoutes(Late<QueueAdmin> admin) {
    private static final Parameter QUEUE = Parameter.path("queue", "Name of the queue, such as smtp:example.net");

    /** Whether mail leaves for other servers. @param hold empty while it does */
    record Outbound(boolean disabled, Optional<OutboundHold> hold) {}

    List<Route> routes() {
        return List.of(
                Route.get("/queues", "Lists the queues.", this::queues,
                        Parameter.query("name", "Only those whose name contains this, without regard to case"),
                        Parameter.query("state", "Only those in this state").oneOf(QueueState.values())),
                Route.get("/queues/{queue}", "Shows a queue.", call -> Reply.of(admin.ask(a -> a.queue(call.text("queue")))), QUEUE),
                Route.post(Role.OPERATE, "/queues/retry", "Tries all queues now that are neither frozen nor disabled.",
                        call -> Reply.of(admin.ask(QueueAdmin::retryAll))),
                change("retry", "Tries a queue now.", QueueAdmin::retry),
                change("freeze", "Freezes a queue: nothing leaves it until it is unfrozen.", QueueAdmin::freeze),
                change("unfreeze", "Lets a frozen queue go on.", QueueAdmin::unfreeze),
                change("disable", "Closes a queue: nothing leaves it, and it is not tried, until it is enabled.", QueueAdmin::disable),
                change("enable", "Opens a disabled queue.", QueueAdmin::enable),
                Route.get("/outbound", "Tells whether mail leaves for other servers.",
                        call -> Reply.of(admin.ask(QueueAdmin::outboundHold), hold -> new Outbound(hold.isPresent(), hold))),
                Route.post(Role.OPERATE, "/outbound/disable", "Closes all queues that lead to other servers, also those that come later.",
                        call -> Reply.of(admin.ask(QueueAdmin::disableOutbound))),
                Route.post(Role.OPERATE, "/outbound/enable", "Lets mail leave for other servers again.",
                        call -> Reply.of(admin.ask(QueueAdmin::enableOutbound))));
    }

    private Route change(String verb, String summary, BiFunction<QueueAdmin, String, Answer<String>> change) {
        return Route.post(Role.OPERATE, "/queues/{queue}/" + verb, summary,
                call -> Reply.of(admin.ask(a -> change.apply(a, call.text("queue")))), QUEUE);
    }

    private Reply queues(Call call) {
        Optional<String> name = call.optionalText("name").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> state = call.optionalText("state");
        return Reply.of(admin.ask(QueueAdmin::queues), all -> all.stream().filter(queue -> isMeant(queue, name, state)).toList());
    }

    private static boolean isMeant(QueueStatus queue, Optional<String> name, Optional<String> state) {
        return name.map(queue.name().toLowerCase(Locale.ROOT)::contains).orElse(true)
                && state.map(queue.state().name()::equals).orElse(true);
    }
}
