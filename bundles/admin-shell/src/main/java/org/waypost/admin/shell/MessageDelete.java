package org.waypost.admin.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.QueueAdmin;

/** Deletes a message; the sender gets a DSN unless --no-dsn is given. */
@Service
@Command(scope = "message", name = "delete", description = "Deletes a message; the sender gets a DSN unless --no-dsn is given",
        detailedDescription = "Example: message:delete --no-dsn 1M3YKQ7Z0G002")
public final class MessageDelete implements Action {
    @Reference
    private QueueAdmin admin;

    @Argument(name = "id", description = "Queue id of the message, as message:list shows it", required = true)
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
        System.out.println(Refusal.orValue(admin.delete(id, !noDsn)));
        return null;
    }
}
