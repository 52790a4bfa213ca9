package org.waypost.admin.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.Answer;
import org.waypost.admin.QueueAdmin;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.QueueStatus;

/** Lists the queues: state, content, next retry, last reason. */
@Service
@Command(scope = "queue", name = "list", description = "Lists the queues: state, content, next retry, last reason",
        detailedDescription = "Example: queue:list")
public final class QueueList implements Action {
    @Reference
    private QueueAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<QueueStatus> queues = Refusal.orValue(admin.queues());
        if (json) {
            System.out.println(JsonText.of(queues));
            return null;
        }
        new QueueTable(Instant.now()).list(queues, System.out);
        if (admin.outboundHold() instanceof Answer.Ok<Optional<OutboundHold>> ok) {
            ok.value().ifPresent(hold -> System.out.println("All outbound mail is disabled since " + Text.time(Optional.of(hold.since()))
                    + (hold.by().isEmpty() ? "" : " by " + Text.plain(hold.by())) + "; queue:enable --all-outbound lets it go on."));
        }
        return null;
    }
}
