package org.waypost.admin.shell.routing;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Makes this server one of the organization: it gets a key pair, and its public key stands in the directory. */
@Service
@Command(scope = "server", name = "join",
        description = "Makes this server one of the organization: it gets a key pair, and its public key stands in the directory",
        detailedDescription = "Example: server:join")
public final class ServerJoin implements Action {
    @Reference
    private LinkStateAdmin admin;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.join())));
        return null;
    }
}
