package org.waypost.admin.shell.service;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.ServiceAdmin;

/** Completes names of services. */
@org.apache.karaf.shell.api.action.lifecycle.Service
public final class ServiceNames implements Completer {
    @Reference
    private ServiceAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.services() instanceof Answer.Ok<List<ServiceAdmin.Service>> ok) {
            return new StringsCompleter(ok.value().stream().map(ServiceAdmin.Service::name).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
