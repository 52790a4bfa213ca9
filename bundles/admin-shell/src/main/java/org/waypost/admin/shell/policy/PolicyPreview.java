package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.policy.RecipientPolicies.Preview;

/** Shows which policy is in force for a recipient and what addresses it would get. */
@Service
@Command(scope = "policy", name = "preview", description = "Shows which policy is in force for a recipient and what addresses it would get",
        detailedDescription = "Example: policy:preview alice@example.com")
public final class PolicyPreview implements Action {
    @Reference
    private PolicyAdmin admin;

    @Argument(name = "recipient", description = "DN, alias or address", required = true)
    private String recipient;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Preview preview = Refusal.orValue(admin.preview(recipient));
        if (json) {
            System.out.println(JsonText.of(preview));
        } else {
            PolicyView.preview(preview, System.out);
        }
        return null;
    }
}
