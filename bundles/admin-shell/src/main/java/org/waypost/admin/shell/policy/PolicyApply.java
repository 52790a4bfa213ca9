package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TaskWait;

/** Stamps those whom a policy is for, and waits for the end. */
@Service
@Command(scope = "policy", name = "apply", description = "Stamps those whom a policy is for, and waits for the end",
        detailedDescription = "Example: policy:apply \"Default Policy\"")
public final class PolicyApply implements Action {
    @Reference
    private PolicyAdmin admin;

    @Argument(name = "policy", description = "Name of the policy, as policy:list shows it", required = true)
    @Completion(PolicyNames.class)
    private String policy;

    @Override
    public Object execute() throws Refusal {
        TaskWait.untilEnd(admin.apply(policy), System.out);
        return null;
    }
}
