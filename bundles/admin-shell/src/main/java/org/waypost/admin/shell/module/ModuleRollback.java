package org.waypost.admin.shell.module;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TaskWait;
import org.waypost.admin.shell.Who;

/** Puts back what a module took the place of. */
@Service
@Command(scope = "module", name = "rollback", description = "Puts back what a module took the place of",
        detailedDescription = "Example: module:rollback categorizer")
public final class ModuleRollback implements Action {
    @Reference
    private ModuleAdmin admin;

    @Reference
    private Session session;

    @Argument(name = "module", description = "Name of the module, as module:list shows it", required = true)
    @Completion(ModuleNames.class)
    private String module;

    @Override
    public Object execute() throws Refusal {
        TaskWait.untilEnd(admin.rollback(module, Who.of(session)), System.out);
        return null;
    }
}
