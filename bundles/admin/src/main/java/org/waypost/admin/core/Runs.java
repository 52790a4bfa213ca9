package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waypost.admin.Answer;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.RecipientUpdateService.Status;
import org.waypost.policy.Run;
import org.waypost.service.Gate;
import org.waypost.text.Counted;

/** The runs of the Recipient Update Service in words. */
final class Runs {
    private final Gate<RecipientUpdateService> updates;
    private final Patience patience;

    Runs(Gate<RecipientUpdateService> updates, Duration wait) {
        this.updates = updates;
        this.patience = new Patience("The Recipient Update Service", wait);
    }

    /** How far those instances are that are running now; empty if none is. */
    String progress(Predicate<Status> which) {
        Answer<List<Status>> all = patience.await(updates.call(u -> CompletableFuture.completedStage(u.status())), Answer.Ok::new);
        return all instanceof Answer.Ok<List<Status>> ok ? ok.value().stream().filter(which)
                .flatMap(status -> status.running().map(run -> status.name() + ": " + text(run)).stream())
                .collect(Collectors.joining("; ")) : "";
    }

    /** Such as "120 of about 3000 recipients seen, 12 written". */
    static String text(Run run) {
        StringBuilder text = new StringBuilder().append(run.expected() < 0 ? Counted.of(run.seen(), "recipient")
                : run.seen() + " of about " + Counted.of(run.expected(), "recipient"))
                .append(" seen, ").append(run.written()).append(" written");
        if (run.reported() > 0) {
            text.append(", ").append(run.reported()).append(" would be written if stamping were on");
        }
        return run.failed() > 0 ? text.append(", ").append(run.failed()).append(" failed, see the event log").toString() : text.toString();
    }
}
