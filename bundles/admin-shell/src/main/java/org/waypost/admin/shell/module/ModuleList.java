package org.waypost.admin.shell.module;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.modules.Module;

/** Lists the modules of the server and what was replaced. */
@Service
@Command(scope = "module", name = "list", description = "Lists the modules of the server and what was replaced",
        detailedDescription = "Example: module:list")
public final class ModuleList implements Action {
    @Reference
    private ModuleAdmin admin;

    @Option(name = "--json", description = "As JSON, with whole checksums")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Module> modules = Refusal.orValue(admin.modules());
        if (json) {
            System.out.println(JsonText.of(modules));
        } else {
            ModuleView.list(modules, System.out);
        }
        return null;
    }
}
