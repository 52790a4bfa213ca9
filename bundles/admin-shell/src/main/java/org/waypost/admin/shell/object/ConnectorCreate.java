package org.waypost.admin.shell.object;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.routing.RoutingGroupNames;
import org.waypost.settings.ObjectKind;

/** Creates a connector in the directory. */
@Service
@Command(scope = "connector", name = "create", description = "Creates a connector in the directory, and waits some seconds for it to be in force",
        detailedDescription = "Example: connector:create \"First Routing Group\" Internet \"addressSpaces=SMTP:*;1\" smartHost=mail.example.net")
public final class ConnectorCreate implements Action {
    @Reference
    private ObjectAdmin admin;

    @Option(name = "--between-groups", description = "A routing group connector; else it is an SMTP connector")
    private boolean betweenGroups;

    @Argument(index = 0, name = "group", description = "Name of the routing group that it starts in", required = true)
    @Completion(RoutingGroupNames.class)
    private String group;

    @Argument(index = 1, name = "name", description = "Its name", required = true)
    private String name;

    @Argument(index = 2, name = "settings", description = "Settings as KEY=VALUE, repeated for several values; connector:show has the keys",
            multiValued = true)
    @Completion(ConnectorSettings.class)
    private List<String> settings = List.of();

    @Override
    public Object execute() throws Refusal {
        Found made = new Found(betweenGroups ? ObjectKind.ROUTING_GROUP_CONNECTOR : ObjectKind.SMTP_CONNECTOR, new Place(group, name));
        ObjectView.saved(Refusal.orValue(admin.create(made.kind(), made.place(), GivenSettings.of(settings))), System.out);
        ObjectView.standing(InForce.await(admin, made), System.out);
        return null;
    }
}
