package org.waypost.admin.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.QueueState;

/** Options that say which messages are meant. */
abstract class MessageSelection implements Action {
    @Option(name = "--queue", description = "Only recipients in this queue")
    @Completion(QueueNames.class)
    private String queue;

    @Option(name = "--sender", description = "Only of senders with this in their address; <> for notifications")
    private String sender;

    @Option(name = "--recipient", description = "Only recipients with this in their address")
    private String recipient;

    @Option(name = "--state", description = "Only recipients that are active, ready, retry, scheduled, remote, frozen or disabled")
    @Completion(QueueStates.class)
    private String state;

    @Option(name = "--older-than", description = "Only messages accepted longer ago than this, such as 90s, 30m, 2h or 1d")
    private String olderThan;

    final MessageFilter filter(Instant now) throws Refusal {
        return new MessageFilter(given(queue), given(sender), given(recipient), state(), before(now));
    }

    /** @throws Refusal if options name others beside it */
    final String idAlone(String id) throws Refusal {
        if (queue != null || sender != null || recipient != null || state != null || olderThan != null) {
            throw new Refusal("Give either a queue id or options that say which messages are meant. Nothing was done.");
        }
        return id;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty());
    }

    private Optional<QueueState> state() throws Refusal {
        try {
            return given(state).map(name -> QueueState.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new Refusal("\"" + state + "\" is no state, which is one of active, ready, retry, scheduled, remote, frozen, disabled.");
        }
    }

    private Optional<Instant> before(Instant now) throws Refusal {
        if (olderThan == null) {
            return Optional.empty();
        }
        Optional<Duration> age = Text.length(olderThan);
        if (age.isEmpty()) {
            throw new Refusal("\"" + olderThan + "\" is no length of time such as 90s, 30m, 2h or 1d.");
        }
        return Optional.of(now.minus(age.get()));
    }
}
