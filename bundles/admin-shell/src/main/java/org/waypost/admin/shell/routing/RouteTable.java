package org.waypost.admin.shell.routing;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Shows where this server sends mail for each routing group and address space. */
@Service
@Command(scope = "route", name = "table", description = "Shows where this server sends mail for each routing group and address space",
        detailedDescription = "Example: route:table")
public final class RouteTable implements Action {
    @Reference
    private RouteAdmin admin;

    @Option(name = "--limit", description = "At most this many rows: 1 to 10000")
    private int limit = 1000;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        RouteAdmin.Table table = Refusal.orValue(admin.table(limit));
        if (json) {
            System.out.println(JsonText.of(RouteJson.of(table)));
        } else {
            RouteView.table(table, System.out);
        }
        return null;
    }
}
