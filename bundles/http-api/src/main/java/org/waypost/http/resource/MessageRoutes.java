package org.waypost.http.resource;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.QueueAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.QueueState;

/** Messages in the queues. */
record MessageRoutes(Late<QueueAdmin> admin, Tasks tasks, InstantSource clock) {
    private static final int MOST = 1000;
    private static final int USUAL = 100;
    private static final long YEARS = 10L * 366 * 86_400;
    private static final Parameter ID = Parameter.path("id", "Queue id of the message");
    private static final Parameter NOTIFY = Parameter.query("notifySender", "Whether the sender gets a DSN; true if it is not given").flag();
    private static final Parameter QUEUE = Parameter.query("queue", "Only recipients in this queue");
    private static final Parameter SENDER = Parameter.query("sender", "Only of senders with this in their address; <> for notifications");
    private static final Parameter RECIPIENT = Parameter.query("recipient", "Only recipients with this in their address");
    private static final Parameter STATE = Parameter.query("state", "Only recipients in this state").oneOf(QueueState.values());
    private static final Parameter OLDER = Parameter.query("olderThan", "Only messages accepted longer ago than this, in seconds").number(1, YEARS);

    /** @param next goes on when given as {@code after}; there may be more although there are fewer messages than the limit */
    record Page(List<MessageView> messages, Optional<MessageId> next) {
        static Page of(MessagePage page) {
            return new Page(page.messages().stream().map(MessageView::of).toList(), page.next());
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get("/messages", "Lists messages by their ids.", this::messages, QUEUE, SENDER, RECIPIENT, STATE, OLDER,
                        Parameter.query("after", "Go on after this queue id, the next of the page before"),
                        Parameter.query("limit", "How many at most; 100 if it is not given").number(1, MOST)),
                Route.get("/messages/{id}", "Shows a message and its recipients.",
                        call -> Reply.of(admin.ask(a -> a.message(call.text("id"))), MessageView::of), ID),
                Route.get("/messages/{id}/content", "Shows header and first text of a message, from its first 64 KiB. Who reads it"
                        + " leaves an event.", call -> Reply.of(admin.ask(a -> a.preview(call.text("id")))), ID).forRole(Role.ADMINISTER),
                Route.delete(Role.OPERATE, "/messages/{id}", "Deletes a message.",
                        call -> Reply.of(admin.ask(a -> a.delete(call.text("id"), call.flag("notifySender", true)))), ID, NOTIFY),
                Route.post(Role.OPERATE, "/messages/delete", "Begins to delete all recipients that the parameters mean, of which one"
                        + " at least must be given.", call -> tasks.begin("delete messages", call.user(),
                        admin.ask(a -> a.deleteMatching(filter(call), call.flag("notifySender", true)))),
                        QUEUE, SENDER, RECIPIENT, STATE, OLDER, NOTIFY),
                Route.post(Role.OPERATE, "/messages/retry", "Begins to have all recipients tried that the parameters mean, of which one"
                        + " at least must be given.", call -> tasks.begin("try messages", call.user(),
                        admin.ask(a -> a.retryMatching(filter(call)))), QUEUE, SENDER, RECIPIENT, STATE, OLDER));
    }

    private Reply messages(Call call) {
        return Reply.of(admin.ask(a -> a.find(filter(call), call.optionalText("after"), (int) call.number("limit", USUAL))), Page::of);
    }

    private MessageFilter filter(Call call) {
        long age = call.number("olderThan", 0);
        return new MessageFilter(call.optionalText("queue"), call.optionalText("sender"), call.optionalText("recipient"),
                call.optionalText("state").map(QueueState::valueOf),
                Optional.of(clock.instant().minusSeconds(age)).filter(time -> age > 0));
    }
}
