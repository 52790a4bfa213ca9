package org.waypost.admin.shell.lockdown;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Lists what listens, and says how what is not needed is closed. */
@Service
@Command(scope = "waypost", name = "lockdown", description = "Lists what listens, and says how what is not needed is closed",
        detailedDescription = "Example: waypost:lockdown")
public final class LockdownCommand implements Action {
    @Reference
    private LockdownAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Listening> all = Refusal.orValue(admin.listening());
        if (json) {
            System.out.println(JsonText.of(all));
        } else {
            LockdownView.list(all, System.out);
        }
        return null;
    }
}
