package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import org.waypost.admin.Answer;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.Task;
import org.waypost.event.EventLog;
import org.waypost.policy.RecipientPolicies;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.policy.RecipientPolicies.Preview;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.Run;
import org.waypost.service.Gate;

/** Recipient policies for people. */
public class PolicyUseCases extends UseCases<RecipientPolicies> implements PolicyAdmin {
    private final Runs runs;

    /**
     * @param updates whose runs tell how far a policy is applied
     * @param wait for an answer, positive
     */
    public PolicyUseCases(Gate<RecipientPolicies> policies, Gate<RecipientUpdateService> updates, EventLog events, Duration wait) {
        super("The recipient policies", policies, events, wait);
        this.runs = new Runs(updates, wait);
    }

    @Override
    public Answer<List<Policy>> policies() {
        return ask(RecipientPolicies::policies, Answer.Ok::new);
    }

    @Override
    public Answer<Policy> policy(String name) {
        return ask(RecipientPolicies::policies, all -> all.stream().filter(policy -> policy.name().equals(name)).findFirst()
                .<Answer<Policy>>map(Answer.Ok::new).orElseGet(() -> noPolicy(name)));
    }

    @Override
    public Answer<Preview> preview(String recipient) {
        return ask(policies -> policies.preview(recipient), found -> found.<Answer<Preview>>map(Answer.Ok::new)
                .orElseGet(() -> Answer.Refused.unknown("There is no recipient " + recipient + ": neither a DN, nor an alias, nor an"
                        + " address. directory:search shows what is there.")));
    }

    @Override
    public Answer<Task> apply(String name) {
        Answer<Policy> policy = policy(name);
        if (policy instanceof Answer.Refused<Policy> refused) {
            return refused.forwarded();
        }
        if (((Answer.Ok<Policy>) policy).value().fault().isPresent()) {
            return new Answer.Refused<>("The recipient policy " + name + " is not in force: "
                    + ((Answer.Ok<Policy>) policy).value().fault().get() + ". Mend it in the directory first.");
        }
        events().changed(AdminEvent.POLICY_APPLIED, Audit.NOTHING, String.join(", ", ((Answer.Ok<Policy>) policy).value().templates()), name);
        return begin("apply the recipient policy " + name, policies -> policies.apply(name), run -> run.<Answer<String>>map(done -> ended(name, done))
                .orElseGet(() -> noPolicy(name)), () -> runs.progress(status -> true));
    }

    private static Answer<String> ended(String name, Run run) {
        return new Answer.Ok<>("The recipient policy " + name + " was applied: " + Runs.text(run) + ".");
    }

    private static <R> Answer<R> noPolicy(String name) {
        return Answer.Refused.unknown("There is no recipient policy " + name + "; policy:list shows all.");
    }
}
