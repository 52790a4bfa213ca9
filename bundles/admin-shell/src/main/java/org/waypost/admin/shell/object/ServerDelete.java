package org.waypost.admin.shell.object;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.shell.Refusal;

/** Deletes a virtual server from the directory. */
@Service
@Command(scope = "server", name = "delete", description = "Deletes a virtual server from the directory; its sockets are closed, and its connections asked to finish",
        detailedDescription = "Example: server:delete submission")
public final class ServerDelete implements Action {
    @Reference
    private ObjectAdmin admin;

    @Argument(name = "server", description = "Name of the virtual server, or SERVER/NAME", required = true)
    @Completion(ServerPlaces.class)
    private String name;

    @Override
    public Object execute() throws Refusal {
        Found found = Found.of(admin, Found.SERVERS, name);
        ObjectView.saved(Refusal.orValue(admin.delete(found.kind(), found.place(), Optional.empty())), System.out);
        return null;
    }
}
