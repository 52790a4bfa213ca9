package org.waypost.admin.shell.doctor;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DoctorAdmin;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Looks for what is wrong with this server and around it. */
@Service
@Command(scope = "waypost", name = "doctor", description = "Looks for what is wrong with this server and around it: DNS, certificates,"
        + " disk, secrets, relaying", detailedDescription = "Example: waypost:doctor --json")
public final class DoctorCommand implements Action {
    @Reference
    private DoctorAdmin admin;

    @Option(name = "--json", description = "As JSON, all at once")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        if (json) {
            System.out.println(JsonText.of(Refusal.orValue(admin.examine(finding -> { }))));
            return null;
        }
        DoctorView view = new DoctorView(System.out);
        List<Finding> findings = Refusal.orValue(admin.examine(view::found));
        view.end(findings);
        return null;
    }
}
