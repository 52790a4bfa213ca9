package org.waypost.admin.shell.service;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServiceAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Lists what can be started and stopped by itself. */
@Service
@Command(scope = "service", name = "list", description = "Lists what can be started and stopped by itself, and who needs it",
        detailedDescription = "Example: service:list")
public final class ServiceList implements Action {
    @Reference
    private ServiceAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<ServiceAdmin.Service> services = Refusal.orValue(admin.services());
        if (json) {
            System.out.println(JsonText.of(services));
        } else {
            ServiceView.list(services, System.out);
        }
        return null;
    }
}
