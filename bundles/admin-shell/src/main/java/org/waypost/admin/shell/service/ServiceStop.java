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

/** Stops a virtual server, a protocol, the console or another bundle, unless others need it. */
@Service
@Command(scope = "service", name = "stop",
        description = "Stops a virtual server, a protocol, the console or another bundle, unless others need it",
        detailedDescription = "Example: service:stop web-console")
public final class ServiceStop implements Action {
    @Reference
    private ServiceAdmin admin;

    @Argument(name = "service", description = "Name, as service:list shows it", required = true)
    @Completion(ServiceNames.class)
    private String service;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.stop(service))));
        return null;
    }
}
