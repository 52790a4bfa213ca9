package org.waypost.admin.shell.tracking;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.TrackingAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingQuestion;

/** Shows what happened to messages: to all that match, or the way of one from its arrival to its end. */
@Service
@Command(scope = "message", name = "track", description = "Shows what happened to messages, also to those that are gone, newest first;"
        + " with a queue id all about that message, its copies and its notifications, in the order of time",
        detailedDescription = "Example: message:track --recipient b@example.org --since 2h")
public final class MessageTrack implements Action {
    @Reference
    private TrackingAdmin admin;

    @Option(name = "--id", description = "Only what happened to the message of this queue id, or names it")
    private String messageId;

    @Option(name = "--message-id", description = "Only messages with this Message-ID field, as their arrival tells it")
    private String header;

    @Option(name = "--sender", description = "Only of this sender; <> for notifications")
    private String sender;

    @Option(name = "--recipient", description = "Only for this recipient")
    private String recipient;

    @Option(name = "--host", description = "Only with this host at the other end: its name or its address")
    private String host;

    @Option(name = "--since", description = "Not before: 90s, 30m, 2h or 1d ago, or a time such as 2026-11-29T10:00:00Z")
    private String since;

    @Option(name = "--until", description = "Only before: as --since")
    private String until;

    @Option(name = "--limit", description = "At most this many: 1 to 10000")
    private int limit = 50;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Argument(name = "id", description = "Queue id of the message whose way is to be shown")
    private String id;

    @Override
    public Object execute() throws Refusal {
        if (id == null) {
            TrackView.list(Refusal.orValue(admin.find(question())), json, System.out);
        } else if (isQuestion()) {
            throw new Refusal("The way of message " + id + " is shown in full: leave out all options but --json.");
        } else {
            TrackView.history(Refusal.orValue(admin.history(id)), json, System.out);
        }
        return null;
    }

    private boolean isQuestion() {
        return messageId != null || header != null || sender != null || recipient != null || host != null || since != null || until != null;
    }

    private TrackingQuestion question() throws Refusal {
        if (limit < 1 || limit > TrackingQuestion.MOST) {
            throw new Refusal("--limit is " + limit + "; allowed are 1 to " + TrackingQuestion.MOST + ".");
        }
        Instant now = Instant.now();
        TrackingQuestion question = TrackingQuestion.newest(limit).between(Moment.of(since, now, Instant.MIN), Moment.of(until, now, Instant.MAX));
        question = messageId == null ? question : question.message(parsed(messageId));
        question = header == null ? question : question.header(header);
        question = sender == null ? question : question.sender(sender);
        question = recipient == null ? question : question.recipient(recipient);
        return host == null ? question : question.remote(host);
    }

    private static MessageId parsed(String id) throws Refusal {
        try {
            return MessageId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal("\"" + id + "\" is not a queue id, which has 13 digits and letters; message:track shows them.");
        }
    }
}
