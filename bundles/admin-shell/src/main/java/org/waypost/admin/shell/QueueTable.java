package org.waypost.admin.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waypost.queue.QueueStatus;

/** Queues as a table, and one queue in full. */
final class QueueTable {
    private final Instant now;

    QueueTable(Instant now) {
        this.now = now;
    }

    void list(List<QueueStatus> queues, PrintStream out) {
        Table table = new Table("No queues.").whole("Queue", "State").numbers("Messages", "Size", "Oldest").whole("Next retry")
                .texts("Last reason").spare("Size", "Oldest");
        queues.forEach(q -> table.row(q.name(), q.state(), q.messages(), Text.size(q.octets()),
                oldest(q), Text.until(q.nextRetry(), now), Text.orDash(q.lastReason())));
        table.print(out);
    }

    void show(QueueStatus q, PrintStream out) {
        out.println("Queue        " + Text.plain(q.name()));
        out.println("State        " + q.state());
        out.println("Messages     " + q.messages() + ", " + Text.size(q.octets()));
        out.println("Oldest       " + Text.time(q.oldest()) + q.oldest().map(t -> " (" + oldest(q) + " ago)").orElse(""));
        out.println("Under way    " + q.active());
        out.println("Next retry   " + Text.time(q.nextRetry())
                + q.nextRetry().map(t -> " (" + Text.until(q.nextRetry(), now) + ")").orElse(""));
        out.println("Last reason  " + Text.orDash(q.lastReason()));
    }

    private String oldest(QueueStatus q) {
        return q.oldest().map(t -> Text.length(Duration.between(t, now))).orElse("-");
    }
}
