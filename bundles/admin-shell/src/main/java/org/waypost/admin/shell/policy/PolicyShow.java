package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.shell.Refusal;

/** Shows one recipient policy in full. */
@Service
@Command(scope = "policy", name = "show", description = "Shows one recipient policy in full",
        detailedDescription = "Example: policy:show \"Default Policy\"")
public final class PolicyShow implements Action {
    @Reference
    private PolicyAdmin admin;

    @Argument(name = "policy", description = "Name of the policy, as policy:list shows it", required = true)
    @Completion(PolicyNames.class)
    private String policy;

    @Override
    public Object execute() throws Refusal {
        PolicyView.show(Refusal.orValue(admin.policy(policy)), System.out);
        return null;
    }
}
