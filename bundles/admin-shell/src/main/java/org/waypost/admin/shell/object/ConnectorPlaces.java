package org.waypost.admin.shell.object;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.ObjectAdmin;

/** Completes connectors of the directory. */
@Service
public final class ConnectorPlaces implements Completer {
    @Reference
    private ObjectAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(Found.names(admin, Found.CONNECTORS)).complete(session, commandLine, candidates);
    }
}
