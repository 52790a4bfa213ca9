package org.waypost.admin.shell.object;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Shows the settings of a connector as the directory has them. */
@Service
@Command(scope = "connector", name = "show", description = "Shows the settings of a connector as the directory has them, and whether they are in force",
        detailedDescription = "Example: connector:show Internet")
public final class ConnectorShow implements Action {
    @Reference
    private ObjectAdmin admin;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Argument(name = "connector", description = "Name of the connector, or GROUP/NAME", required = true)
    @Completion(ConnectorPlaces.class)
    private String name;

    @Override
    public Object execute() throws Refusal {
        Found found = Found.of(admin, Found.CONNECTORS, name);
        Form form = Refusal.orValue(admin.form(found.kind(), found.place()));
        if (json) {
            System.out.println(JsonText.of(form));
        } else {
            ObjectView.form(form, System.out);
            ObjectView.standing(Refusal.orValue(admin.standing(found.kind(), found.place())), System.out);
        }
        return null;
    }
}
