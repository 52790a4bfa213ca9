package org.waypost.admin.shell.policy;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.shell.Refusal;

/** Lists the recipient policies in the order they are tried. */
@Service
@Command(scope = "policy", name = "list", description = "Lists the recipient policies in the order they are tried",
        detailedDescription = "Example: policy:list")
public final class PolicyList implements Action {
    @Reference
    private PolicyAdmin admin;

    @Override
    public Object execute() throws Refusal {
        PolicyView.list(Refusal.orValue(admin.policies()), System.out);
        return null;
    }
}
