package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MessagePreview;
import org.waypost.admin.QueueAdmin;

/** Shows header and first text of a message, from the first 64 KiB; who reads it leaves an event. */
@Service
@Command(scope = "message", name = "preview",
        description = "Shows header and first text of a message, from its first 64 KiB; who reads it leaves an event",
        detailedDescription = "Example: message:preview 1M3YKQ7Z0G002")
public final class MessagePreviewCommand implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "id", description = "Queue id of the message, as message:list shows it", required = true)
    private String id;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        MessagePreview preview = Refusal.orValue(admin.preview(id));
        if (json) {
            System.out.println(JsonText.of(preview));
        } else {
            MessageView.preview(preview, System.out);
        }
        return null;
    }
}
