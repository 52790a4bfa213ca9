package org.waypost.admin.shell.policy;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.Answer;
import org.waypost.admin.PolicyAdmin;
import org.waypost.policy.RecipientPolicies.Policy;

/** Completes names of recipient policies. */
@Service
public final class PolicyNames implements Completer {
    @Reference
    private PolicyAdmin admin;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (admin.policies() instanceof Answer.Ok<List<Policy>> ok) {
            return new StringsCompleter(ok.value().stream().map(Policy::name).toList())
                    .complete(session, commandLine, candidates);
        }
        return -1;
    }
}
