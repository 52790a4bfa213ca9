package org.waypost.admin.shell.overview;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.OverviewAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Shows what goes on and what is wrong. */
@Service
@Command(scope = "server", name = "overview", description = "Shows what goes on and what is wrong: rates, queues by state, problems",
        detailedDescription = "Example: server:overview")
public final class ServerOverview implements Action {
    @Reference
    private OverviewAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        OverviewAdmin.Overview overview = Refusal.orValue(admin.overview());
        if (json) {
            System.out.println(JsonText.of(overview));
        } else {
            OverviewView.print(overview, System.out);
        }
        return null;
    }
}
