package org.waypost.admin.shell.policy;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.RecipientAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;
import org.waypost.recipient.RecipientExplanation.Step;

/** Explains step by step what would become of mail to a recipient. */
@Service
@Command(scope = "recipient", name = "resolve", description = "Explains step by step what would become of mail to a recipient",
        detailedDescription = "Example: recipient:resolve --from bob@example.net sales@example.com")
public final class RecipientResolve implements Action {
    @Reference
    private RecipientAdmin admin;

    @Argument(name = "address", description = "Address of the recipient", required = true)
    private String address;

    @Option(name = "--from", description = "Address of the sender; none for the null reverse-path")
    private String from;

    @Option(name = "--size", description = "Octets of the message")
    private long size;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Step> steps = Refusal.orValue(admin.resolve(Optional.ofNullable(from), address, size));
        if (json) {
            System.out.println(JsonText.of(steps));
        } else {
            steps.forEach(step -> System.out.println("  ".repeat(step.depth()) + Text.plain(step.subject() + ": " + step.text())));
        }
        return null;
    }
}
