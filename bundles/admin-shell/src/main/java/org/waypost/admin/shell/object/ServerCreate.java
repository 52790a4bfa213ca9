package org.waypost.admin.shell.object;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.shell.Refusal;
import org.waypost.settings.ObjectKind;

/** Creates a virtual server in the directory. */
@Service
@Command(scope = "server", name = "create", description = "Creates a virtual server in the directory, and waits some seconds for it to be in force",
        detailedDescription = "Example: server:create waypost submission bindings=127.0.0.1:2587 submission=true")
public final class ServerCreate implements Action {
    @Reference
    private ObjectAdmin admin;

    @Argument(index = 0, name = "server", description = "Name of the server that it is one of", required = true)
    @Completion(ServerParents.class)
    private String server;

    @Argument(index = 1, name = "name", description = "Its name: letters, digits, '.', '-' and '_'", required = true)
    private String name;

    @Argument(index = 2, name = "settings", description = "Settings as KEY=VALUE, repeated for several values; server:show has the keys",
            multiValued = true)
    @Completion(ServerSettings.class)
    private List<String> settings = List.of();

    @Override
    public Object execute() throws Refusal {
        Found made = new Found(ObjectKind.VIRTUAL_SERVER, new Place(server, name));
        ObjectView.saved(Refusal.orValue(admin.create(made.kind(), made.place(), GivenSettings.of(settings))), System.out);
        ObjectView.standing(InForce.await(admin, made), System.out);
        return null;
    }
}
