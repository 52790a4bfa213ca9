package org.waypost.admin.shell.module;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.modules.Replacement;

/** Shows which modules were replaced, by whom, and what became of it. */
@Service
@Command(scope = "module", name = "history", description = "Shows which modules were replaced, by whom, and what became of it",
        detailedDescription = "Example: module:history categorizer")
public final class ModuleHistory implements Action {
    @Reference
    private ModuleAdmin admin;

    @Argument(name = "module", description = "Name of a module, as module:list shows it; all by default")
    @Completion(ModuleNames.class)
    private String module;

    @Option(name = "--json", description = "As JSON, with whole checksums")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Replacement> replacements = Refusal.orValue(admin.history(Optional.ofNullable(module)));
        if (json) {
            System.out.println(JsonText.of(replacements));
        } else {
            ModuleView.history(replacements, System.out);
        }
        return null;
    }
}
