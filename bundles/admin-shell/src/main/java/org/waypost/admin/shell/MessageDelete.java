package org.waypost.admin.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Deletes a message, or the recipients that are meant; the sender gets a DSN unless --no-dsn is given. */
@Service
@Command(scope = "message", name = "delete",
        description = "Deletes a message, or all recipients that the options mean; the sender gets a DSN unless --no-dsn is given",
        detailedDescription = "Example: message:delete --no-dsn --queue smtp:example.net --sender news@")
public final class MessageDelete extends MessageSelection {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "id", description = "Queue id of the message, as message:list shows it; none to delete what the options mean")
    private String id;

    @Option(name = "--dsn", description = "Tell the sender by a DSN (the default)")
    private boolean dsn;

    @Option(name = "--no-dsn", description = "Tell the sender nothing")
    private boolean noDsn;

    @Override
    public Object execute() throws Refusal {
        if (dsn && noDsn) {
            throw new Refusal("Give either --dsn or --no-dsn.");
        }
        if (id == null) {
            TaskWait.untilEnd(admin.deleteMatching(filter(Instant.now()), !noDsn), System.out);
        } else {
            System.out.println(Refusal.orValue(admin.delete(idAlone(id), !noDsn)));
        }
        return null;
    }
}
