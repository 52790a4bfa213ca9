package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waypost.delivery.Delivery.Target;
import org.waypost.mail.Recipient;
import org.waypost.spool.Change;
import org.waypost.spool.StoredMessage;

/** Takes a message from the spool into memory and its first queue. */
final class Intake {
    private final Core core;

    Intake(Core core) {
        this.core = core;
    }

    void take(StoredMessage stored) {
        List<Target> now = new ArrayList<>(stored.recipients().size());
        List<Target> later = new ArrayList<>(0);
        for (Recipient recipient : stored.recipients()) {
            if (recipient.progress().state() == Recipient.State.WAITING) {
                (isForLater(recipient) ? later : now).add(new Target(recipient, ""));
            }
        }
        QueuedEntry entry = new QueuedEntry(stored.message(), stored.recipients());
        core.table().add(entry);
        if (!now.isEmpty()) {
            core.queues().submission().putReady(entry.newJob(List.copyOf(now)));
        }
        later.forEach(target -> core.queues().deferred().putWaiting(entry.newJob(List.of(target)), due(target)));
        if (entry.isFinished()) {
            removeRest(entry);
        }
    }

    /** Asked for a later time, and never tried; one that was tried waits in the queue of its next hop. */
    private boolean isForLater(Recipient recipient) {
        return recipient.progress().attempts() == 0 && recipient.progress().due().isAfter(core.now());
    }

    private static Instant due(Target target) {
        return target.recipient().progress().due();
    }

    /** The process ended between the last recipient and the message. */
    private void removeRest(QueuedEntry entry) {
        core.committer().add(List.of(new Change.RemoveMessage(entry.message().id())), () -> core.table().remove(entry));
    }
}
