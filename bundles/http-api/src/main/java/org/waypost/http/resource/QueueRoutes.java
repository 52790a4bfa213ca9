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
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

/** Queues and the messages in them. */
record QueueRoutes(Late<QueueAdmin> admin) {
    private static final int MOST = 1000;
    private static final int USUAL = 100;
    private static final Parameter QUEUE = Parameter.path("queue", "Name of the queue, such as smtp:example.net");
    private static final Parameter ID = Parameter.path("id", "Queue id of the message");

    List<Route> routes() {
        return List.of(
                Route.get("/queues", "Lists the queues.", this::queues,
                        Parameter.query("name", "Only those whose name contains this, without regard to case"),
                        Parameter.query("state", "Only those in this state").oneOf(QueueState.values())),
                Route.get("/queues/{queue}", "Shows a queue.", call -> Reply.of(admin.ask(a -> a.queue(call.text("queue")))), QUEUE),
                change("retry", "Tries a queue now.", QueueAdmin::retry),
                change("freeze", "Freezes a queue: nothing leaves it until it is unfrozen.", QueueAdmin::freeze),
                change("unfreeze", "Lets a frozen queue go on.", QueueAdmin::unfreeze),
                Route.get("/messages", "Lists messages.", this::messages,
                        Parameter.query("queue", "Only those in this queue"),
                        Parameter.query("limit", "How many at most; 100 if it is not given").number(1, MOST)),
                Route.get("/messages/{id}", "Shows a message and its recipients.",
                        call -> Reply.of(admin.ask(a -> a.message(call.text("id"))), MessageView::of), ID),
                Route.delete(Role.OPERATE, "/messages/{id}", "Deletes a message.",
                        call -> Reply.of(admin.ask(a -> a.delete(call.text("id"), call.flag("notifySender", true)))), ID,
                        Parameter.query("notifySender", "Whether the sender gets a DSN; true if it is not given").flag()));
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

    private Reply messages(Call call) {
        return Reply.of(admin.ask(a -> a.messages(call.optionalText("queue"), (int) call.number("limit", USUAL))),
                all -> all.stream().map(MessageView::of).toList());
    }
}
