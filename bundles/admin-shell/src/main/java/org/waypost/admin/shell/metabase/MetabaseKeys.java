package org.waypost.admin.shell.metabase;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.metabase.KeyView;

/** Completes metabase keys, one name at a time. */
@Service
public final class MetabaseKeys implements Completer {
    @Reference
    private MetabaseAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.key(above(commandLine)) instanceof Answer.Ok<KeyView> ok) {
            return new StringsCompleter(ok.value().children().stream()
                    .map(name -> ok.value().key().child(name).toString()).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }

    private static String above(CommandLine commandLine) {
        String typed = commandLine.getCursorArgument() == null ? "" : commandLine.getCursorArgument();
        String path = typed.substring(0, Math.min(typed.length(), commandLine.getArgumentPosition()));
        return path.substring(0, Math.max(0, path.lastIndexOf('/'))) + "/";
    }
}
