package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.policy.RecipientPolicies.Policy;

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

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Policy found = Refusal.orValue(admin.policy(policy));
        if (json) {
            System.out.println(JsonText.of(found));
        } else {
            PolicyView.show(found, System.out);
        }
        return null;
    }
}
