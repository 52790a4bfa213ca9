package org.waypost.admin.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Shows one message and each of its recipients that is not done. */
@Service
@Command(scope = "message", name = "show", description = "Shows one message and each of its recipients that is not done",
        detailedDescription = "Example: message:show 1M3YKQ7Z0G002")
public final class MessageShow implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "id", description = "Queue id of the message, as message:list shows it", required = true)
    private String id;

    @Override
    public Object execute() throws Refusal {
        new MessageView(Instant.now()).show(Refusal.orValue(admin.message(id)), System.out);
        return null;
    }
}
