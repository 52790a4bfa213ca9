package org.waypost.admin.shell.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.Answer;
import org.waypost.admin.OverviewAdmin;
import org.waypost.admin.OverviewAdmin.Overview;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.QueueNames;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Screen;
import org.waypost.metrics.Vitals.Traffic;
import org.waypost.queue.QueueStatus;

/** Shows the queues again and again, until Ctrl-C. */
@Service
@Command(scope = "queue", name = "watch", description = "Shows the queues again and again, the fullest first, until Ctrl-C",
        detailedDescription = "Example: queue:watch --every 5 smtp:example.net")
public final class QueueWatch implements Action {
    private static final int LONGEST = 3600;
    private static final long SECOND = 1000;

    @Reference
    private QueueAdmin queues;

    @Reference
    private OverviewAdmin overview;

    @Argument(name = "queue", description = "Only this one")
    @Completion(QueueNames.class)
    private String queue;

    @Option(name = "--every", description = "Seconds from one picture to the next: 1 to 3600")
    private int every = 2;

    @Option(name = "--count", description = "End after so many pictures")
    private int count = Integer.MAX_VALUE;

    @Option(name = "--json", description = "A line of JSON for each picture")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        if (every < 1 || every > LONGEST) {
            throw new Refusal("--every is " + every + "; allowed are 1 to " + LONGEST + ".");
        }
        WatchView view = new WatchView(Screen.current(), System.out);
        for (int i = 0; i < count && (i == 0 || waited()); i++) {
            Instant now = Instant.now();
            List<QueueStatus> all = queue == null ? Refusal.orValue(queues.queues()) : List.of(Refusal.orValue(queues.queue(queue)));
            if (json) {
                System.out.println(JsonText.line(new Picture(now, all)));
                System.out.flush();
            } else {
                view.show(now, all, traffic());
            }
        }
        return null;
    }

    /** For JSON. */
    public record Picture(Instant time, List<QueueStatus> queues) {
        public Picture {
            queues = List.copyOf(queues);
        }
    }

    private Optional<Traffic> traffic() {
        List<Traffic> all = overview.overview() instanceof Answer.Ok<Overview> ok ? ok.value().traffic() : List.of();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** False when the thread is interrupted, as Ctrl-C does. */
    private boolean waited() {
        try {
            Thread.sleep(every * SECOND);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
