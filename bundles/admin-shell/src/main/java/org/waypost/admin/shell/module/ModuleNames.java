package org.waypost.admin.shell.module;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.ModuleAdmin;
import org.waypost.modules.Module;

/** Completes names of modules. */
@Service
public final class ModuleNames implements Completer {
    private static final String PREFIX = "org.waypost.";

    @Reference
    private ModuleAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.modules() instanceof Answer.Ok<List<Module>> ok) {
            return new StringsCompleter(ok.value().stream().map(m -> m.name().substring(PREFIX.length())).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
