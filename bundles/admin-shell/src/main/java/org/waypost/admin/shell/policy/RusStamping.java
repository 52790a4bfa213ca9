package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Switches an instance between stamping and report-only mode. */
@Service
@Command(scope = "rus", name = "stamping", description = "Switches an instance between stamping and report-only mode",
        detailedDescription = "Example: rus:stamping Example on")
public final class RusStamping implements Action {
    @Reference
    private RecipientUpdateAdmin admin;

    @Argument(index = 0, name = "instance", description = "Name of the instance, as rus:status shows it", required = true)
    @Completion(RusNames.class)
    private String instance;

    @Argument(index = 1, name = "stamping", description = "on or off", required = true)
    @Completion(value = StringsCompleter.class, values = {"on", "off"})
    private String stamping;

    @Override
    public Object execute() throws Refusal {
        if (!stamping.equals("on") && !stamping.equals("off")) {
            throw new Refusal("Stamping is on or off, not \"" + stamping + "\". Nothing was changed.");
        }
        System.out.println(Text.plain(Refusal.orValue(admin.stamping(instance, stamping.equals("on")))));
        return null;
    }
}
