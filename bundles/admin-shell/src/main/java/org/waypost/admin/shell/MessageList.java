package org.waypost.admin.shell;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Lists messages in the queues, a row for each recipient. */
@Service
@Command(scope = "message", name = "list", description = "Lists messages in the queues, a row for each recipient",
        detailedDescription = "Example: message:list --queue smtp:example.net --limit 20")
public final class MessageList implements Action {
    @Reference
    private QueueAdmin admin;

    @Option(name = "--queue", description = "Only those with a recipient in this queue")
    @Completion(QueueNames.class)
    private String queue;

    @Option(name = "--limit", description = "At most this many messages: 1 to 100000")
    private int limit = 100;

    @Override
    public Object execute() throws Refusal {
        new MessageView(Instant.now()).list(Refusal.orValue(admin.messages(Optional.ofNullable(queue), limit)), System.out);
        return null;
    }
}
