package org.waypost.admin.shell.watch;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waypost.admin.shell.Screen;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.metrics.Vitals.Traffic;
import org.waypost.queue.QueueStatus;
import org.waypost.text.Counted;

/** Queues again and again, the fullest first, with how fast each fills or empties. For one thread. */
final class WatchView {
    /** What is not the table's rows. */
    private static final int OTHER_LINES = 6;
    private static final Comparator<QueueStatus> FULLEST_FIRST =
            Comparator.comparingInt(QueueStatus::messages).reversed().thenComparing(QueueStatus::name);

    private final Screen screen;
    private final PrintStream out;
    private final Map<String, Integer> before = new HashMap<>();
    private Optional<Instant> last = Optional.empty();

    WatchView(Screen screen, PrintStream out) {
        this.screen = screen;
        this.out = out;
    }

    /** @param traffic of the last seconds; empty if it is not known */
    void show(Instant now, List<QueueStatus> queues, Optional<Traffic> traffic) {
        int room = screen.height() == 0 ? queues.size() : Math.max(1, screen.height() - OTHER_LINES);
        Table table = new Table("No queues.").texts("Queue").whole("State").numbers("Messages", "/min", "Oldest").whole("Next")
                .texts("Reason").spare("Next", "Oldest");
        queues.stream().sorted(FULLEST_FIRST).limit(room).forEach(q -> table.row(q.name(), q.state(), q.messages(),
                perMinute(q, now), oldest(q, now), next(q, now), Text.orDash(q.lastReason())));
        out.print(screen.anew());
        out.println(Text.time(Optional.of(now)) + "  " + Counted.of(queues.stream().mapToLong(QueueStatus::messages).sum(), "message")
                + traffic.map(t -> String.format(Locale.ROOT, ", in %.1f/s, out %.1f/s", t.in(), t.out())).orElse("") + "; Ctrl-C ends");
        table.print(out, screen.width());
        if (queues.size() > room) {
            out.println("and " + Counted.of(queues.size() - room, "queue") + " more; queue:list shows all");
        }
        out.println(screen.redraws() ? "" : System.lineSeparator());
        out.flush();
        before.clear();
        queues.forEach(q -> before.put(q.name(), q.messages()));
        last = Optional.of(now);
    }

    private String perMinute(QueueStatus queue, Instant now) {
        double minutes = last.map(then -> Duration.between(then, now).toMillis() / 60_000.0).orElse(0.0);
        return minutes <= 0 ? "-"
                : String.format(Locale.ROOT, "%+d", Math.round((queue.messages() - before.getOrDefault(queue.name(), 0)) / minutes));
    }

    private static String next(QueueStatus queue, Instant now) {
        return queue.nextRetry().map(then -> then.isAfter(now) ? Text.length(Duration.between(now, then)) : "now").orElse("-");
    }

    private static String oldest(QueueStatus queue, Instant now) {
        return queue.oldest().map(then -> Text.length(Duration.between(then, now))).orElse("-");
    }
}
