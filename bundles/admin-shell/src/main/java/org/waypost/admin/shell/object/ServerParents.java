package org.waypost.admin.shell.object;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.settings.ObjectKind;

/** Completes servers of the directory that may have virtual servers. */
@Service
public final class ServerParents implements Completer {
    @Reference
    private ObjectAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return admin.parents(ObjectKind.VIRTUAL_SERVER) instanceof Answer.Ok<List<String>> ok
                ? new StringsCompleter(ok.value()).complete(session, commandLine, candidates) : -1;
    }
}
