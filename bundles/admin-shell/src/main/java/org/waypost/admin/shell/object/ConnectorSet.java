package org.waypost.admin.shell.object;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.shell.Refusal;

/** Changes a setting of a connector in the directory. */
@Service
@Command(scope = "connector", name = "set", description = "Changes a setting of a connector in the directory, and waits some seconds for it to be in force",
        detailedDescription = "Example: connector:set Internet smartHost mail.example.net")
public final class ConnectorSet implements Action {
    @Reference
    private ObjectAdmin admin;

    @Option(name = "--default", description = "Take the setting away, so that its default holds")
    private boolean standard;

    @Argument(index = 0, name = "connector", description = "Name of the connector, or GROUP/NAME", required = true)
    @Completion(ConnectorPlaces.class)
    private String name;

    @Argument(index = 1, name = "setting", description = "Key of the setting, as connector:show has it", required = true)
    @Completion(ConnectorKeys.class)
    private String key;

    @Argument(index = 2, name = "values", description = "Its value, or several where it may have several", multiValued = true)
    private List<String> values = List.of();

    @Override
    public Object execute() throws Refusal {
        if (standard != values.isEmpty()) {
            throw new Refusal("Either --default or a value, and not both. Nothing was changed.");
        }
        Found found = Found.of(admin, Found.CONNECTORS, name);
        Form form = Refusal.orValue(admin.form(found.kind(), found.place()));
        ObjectView.saved(Refusal.orValue(admin.save(found.kind(), found.place(), form.revision(), Map.of(key, values))),
                System.out);
        ObjectView.standing(InForce.await(admin, found), System.out);
        return null;
    }
}
