package org.waypost.admin.shell.policy;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.policy.RecipientPolicies.Policy;

/** Lists the recipient policies in the order they are tried. */
@Service
@Command(scope = "policy", name = "list", description = "Lists the recipient policies in the order they are tried",
        detailedDescription = "Example: policy:list")
public final class PolicyList implements Action {
    @Reference
    private PolicyAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Policy> policies = Refusal.orValue(admin.policies());
        if (json) {
            System.out.println(JsonText.of(policies));
        } else {
            PolicyView.list(policies, System.out);
        }
        return null;
    }
}
