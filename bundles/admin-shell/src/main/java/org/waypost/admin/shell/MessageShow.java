package org.waypost.admin.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;
import org.waypost.queue.QueuedMessage;

/** Shows one message and each of its recipients that is not done. */
@Service
@Command(scope = "message", name = "show", description = "Shows one message and each of its recipients that is not done",
        detailedDescription = "Example: message:show 1M3YKQ7Z0G002")
public final class MessageShow implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "id", description = "Queue id of the message, as message:list shows it", required = true)
    private String id;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        QueuedMessage message = Refusal.orValue(admin.message(id));
        if (json) {
            System.out.println(JsonText.of(MessageJson.of(message)));
        } else {
            new MessageView(Instant.now()).show(message, System.out);
        }
        return null;
    }
}
