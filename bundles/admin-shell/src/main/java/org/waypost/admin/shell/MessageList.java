package org.waypost.admin.shell;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;
import org.waypost.queue.MessagePage;

/** Lists messages in the queues, a row for each recipient. */
@Service
@Command(scope = "message", name = "list", description = "Lists messages in the queues, a row for each recipient",
        detailedDescription = "Example: message:list --recipient @example.net --state retry --older-than 2h")
public final class MessageList extends MessageSelection {
    @Reference
    private QueueAdmin admin;

    @Option(name = "--limit", description = "At most this many messages: 1 to 100000")
    private int limit = 100;

    @Option(name = "--after", description = "Go on after this queue id, as the page before tells it")
    private String after;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Instant now = Instant.now();
        MessagePage page = Refusal.orValue(admin.find(filter(now), Optional.ofNullable(after), limit));
        if (json) {
            System.out.println(JsonText.of(MessageJson.of(page)));
        } else {
            new MessageView(now).list(page, System.out);
        }
        return null;
    }
}
