package org.waypost.admin.shell.routing;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Lists the connectors of all routing groups: cost, bridgeheads, state and reason. */
@Service
@Command(scope = "connector", name = "list",
        description = "Lists the connectors of all routing groups: cost, bridgeheads, state and reason",
        detailedDescription = "Example: connector:list")
public final class ConnectorList implements Action {
    @Reference
    private RouteAdmin admin;

    @Reference
    private LinkStateAdmin linkState;

    @Option(name = "--map", description = "Look at this file, which linkstate:show --save wrote; relative to the home")
    private String map;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<ConnectorView> connectors = Refusal.orValue(admin.connectors(MapFile.read(linkState, map)));
        if (json) {
            System.out.println(JsonText.of(connectors));
        } else {
            RouteView.connectors(connectors, System.out);
        }
        return null;
    }
}
