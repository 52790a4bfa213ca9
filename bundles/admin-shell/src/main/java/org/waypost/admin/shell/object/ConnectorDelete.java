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

/** Deletes a connector from the directory. */
@Service
@Command(scope = "connector", name = "delete", description = "Deletes a connector from the directory; what waits for it is routed again",
        detailedDescription = "Example: connector:delete Internet")
public final class ConnectorDelete implements Action {
    @Reference
    private ObjectAdmin admin;

    @Argument(name = "connector", description = "Name of the connector, or GROUP/NAME", required = true)
    @Completion(ConnectorPlaces.class)
    private String name;

    @Override
    public Object execute() throws Refusal {
        Found found = Found.of(admin, Found.CONNECTORS, name);
        ObjectView.saved(Refusal.orValue(admin.delete(found.kind(), found.place(), Optional.empty())), System.out);
        return null;
    }
}
