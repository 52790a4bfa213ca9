package org.waypost.admin.shell.service;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ServiceAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Pauses a virtual server: it takes no new connections. */
@Service
@Command(scope = "service", name = "pause",
        description = "Pauses a virtual server: it takes no new connections",
        detailedDescription = "Example: service:pause main")
public final class ServicePause implements Action {
    @Reference
    private ServiceAdmin admin;

    @Argument(name = "service", description = "Name, as service:list shows it", required = true)
    @Completion(ServiceNames.class)
    private String service;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.pause(service))));
        return null;
    }
}
