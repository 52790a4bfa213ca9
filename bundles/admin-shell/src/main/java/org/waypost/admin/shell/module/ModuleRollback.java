package org.waypost.admin.shell.module;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TaskWait;

/** Puts back what a module took the place of. */
@Service
@Command(scope = "module", name = "rollback", description = "Puts back what a module took the place of",
        detailedDescription = "Example: module:rollback categorizer")
public final class ModuleRollback implements Action {
    @Reference
    private ModuleAdmin admin;

    @Argument(name = "module", description = "Name of the module, as module:list shows it", required = true)
    @Completion(ModuleNames.class)
    private String module;

    @Override
    public Object execute() throws Refusal {
        TaskWait.untilEnd(admin.rollback(module), System.out);
        return null;
    }
}
