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

/** Starts a virtual server, a protocol, the console or another bundle. */
@Service
@Command(scope = "service", name = "start",
        description = "Starts a virtual server, a protocol, the console or another bundle",
        detailedDescription = "Example: service:start web-console")
public final class ServiceStart implements Action {
    @Reference
    private ServiceAdmin admin;

    @Argument(name = "service", description = "Name, as service:list shows it", required = true)
    @Completion(ServiceNames.class)
    private String service;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.start(service))));
        return null;
    }
}
