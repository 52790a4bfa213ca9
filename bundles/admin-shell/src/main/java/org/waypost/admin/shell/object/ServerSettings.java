package org.waypost.admin.shell.object;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.waypost.admin.ObjectAdmin;

/** Completes settings of virtual servers as {@code KEY=}, where the value goes on. */
@Service
public final class ServerSettings implements Completer {
    @Reference
    private ObjectAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return -1;
    }

    @Override
    public void completeCandidates(Session session, CommandLine commandLine, List<Candidate> candidates) {
        ObjectView.keys(admin, Found.SERVERS).forEach(key -> candidates.add(new Candidate(key + "=", false)));
    }
}
