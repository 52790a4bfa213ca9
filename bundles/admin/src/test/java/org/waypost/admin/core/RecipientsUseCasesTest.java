package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;
import org.waypost.policy.RecipientPolicies;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.Run;
import org.waypost.recipient.RecipientExplanation;
import org.waypost.service.Gate;
import org.waypost.testkit.metabase.MemoryMetabase;

/** Policies, the Recipient Update Service, and recipients. */
class RecipientsUseCasesTest {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Run HALF = new Run(50, 100, 7, 0, 0);

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<RecipientPolicies> policies = gate("policies");
    private final Gate<RecipientUpdateService> updates = gate("updates");
    private final Gate<Metabase> metabase = gate("metabase");
    private final Gate<RecipientExplanation> explanation = gate("explanation");
    private final PolicyUseCases policyAdmin = new PolicyUseCases(policies, updates, events, WAIT);
    private final RecipientUpdateUseCases updateAdmin = new RecipientUpdateUseCases(updates, metabase, events, WAIT);
    private final Service service = new Service();

    RecipientsUseCasesTest() {
        policies.bind(service);
        updates.bind(service);
    }

    @Test
    void aPolicyIsAppliedWithProgress() {
        Task task = ok(policyAdmin.apply("Seattle"));
        assertTrue(task.await(Duration.ofMillis(5)).isEmpty());
        assertEquals("Example: 50 of about 100 recipients seen, 7 written", task.progress());
        service.end.complete(Optional.of(new Run(100, 100, 12, 3, 1)));
        assertEquals("The recipient policy Seattle was applied: 100 of about 100 recipients seen, 12 written, 3 would be written if"
                + " stamping were on, 1 failed, see the event log.", ok(task.await(WAIT).orElseThrow()));
        assertEquals(List.of(AdminEvent.POLICY_APPLIED, AdminEvent.TASK_DONE), events.types());
    }

    @Test
    void aPolicyThatIsNotThereOrBrokenIsNotApplied() {
        assertEquals("There is no recipient policy None; policy:list shows all.", reason(policyAdmin.apply("None")));
        assertTrue(reason(policyAdmin.apply("Broken")).contains("is not in force: bad filter."));
        assertTrue(reason(policyAdmin.preview("nobody")).startsWith("There is no recipient nobody"));
        assertEquals(2, ok(policyAdmin.policies()).size());
        assertTrue(events.types().isEmpty());
    }

    @Test
    void anInstanceIsUpdatedAndRebuilt() {
        service.end.complete(Optional.of(HALF));
        assertTrue(ok(ok(updateAdmin.update("Example")).await(WAIT).orElseThrow()).startsWith("The recipients of Example were updated: 50"));
        assertTrue(ok(ok(updateAdmin.rebuild("Example")).await(WAIT).orElseThrow()).startsWith("The recipients of Example were rebuilt"));
        assertTrue(reason(updateAdmin.update("None")).startsWith("This server runs no Recipient Update Service None"));
        assertEquals(List.of(AdminEvent.RECIPIENTS_UPDATED, AdminEvent.TASK_DONE, AdminEvent.RECIPIENTS_REBUILT, AdminEvent.TASK_DONE), events.types());
    }

    @Test
    void aFailedRunIsASentence() {
        service.end.completeExceptionally(new IllegalStateException("broken"));
        assertTrue(reason(ok(updateAdmin.update("Example")).await(WAIT).orElseThrow()).contains("broken"));
    }

    @Test
    void stampingIsSwitchedInTheMetabase() {
        MemoryMetabase stored = new MemoryMetabase();
        metabase.bind(stored);
        assertTrue(ok(updateAdmin.stamping("Example", true)).contains("rus:rebuild Example"));
        assertEquals(Optional.of(new Value.Text("true")), stored.read(MetabaseKey.of("/LM/RecipientUpdateService/Example"))
                .orElseThrow().value("stamping"));
        assertInstanceOf(Answer.Refused.class, updateAdmin.stamping("None", true));
        assertEquals(List.of(AdminEvent.STAMPING_SWITCHED), events.types());
    }

    @Test
    void aRecipientIsExplained() {
        RecipientUseCases admin = new RecipientUseCases(explanation, events, WAIT);
        explanation.bind((sender, recipient, size) -> CompletableFuture.completedStage(
                List.of(new RecipientExplanation.Step(0, recipient.toString(), "From " + sender + ", " + size + " octets."))));
        assertEquals("From Optional[b@y], 7 octets.", ok(admin.resolve(Optional.of("b@y"), "a@x", 7)).get(0).text());
        assertTrue(reason(admin.resolve(Optional.empty(), "a", 0)).contains("\"a\" is no address"));
        assertTrue(reason(admin.resolve(Optional.of("b"), "a@x", 0)).contains("\"b\" is no address"));
        assertTrue(reason(admin.resolve(Optional.empty(), "a@x", -1)).contains("0 octets or more"));
    }

    private static <T> Gate<T> gate(String name) {
        return new Gate<>(name, Duration.ofMillis(20), 10, Runnable::run);
    }

    private static <T> T ok(Answer<T> answer) {
        return ((Answer.Ok<T>) assertInstanceOf(Answer.Ok.class, answer, answer.toString())).value();
    }

    private static String reason(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).reason();
    }

    /** One policy in force, one that is not, and one instance, which is running. */
    private static final class Service implements RecipientPolicies, RecipientUpdateService {
        private final CompletableFuture<Optional<Run>> end = new CompletableFuture<>();

        @Override
        public CompletionStage<List<Policy>> policies() {
            return CompletableFuture.completedStage(List.of(policy("Seattle", Optional.empty()),
                    policy("Broken", Optional.of("bad filter"))));
        }

        private static Policy policy(String name, Optional<String> fault) {
            return new Policy(name, "cn=" + name, 1, "(l=x)", List.of(), List.of(), List.of(), fault);
        }

        @Override
        public CompletionStage<Optional<Preview>> preview(String recipient) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public CompletionStage<Optional<Run>> apply(String policy) {
            return end;
        }

        @Override
        public List<Status> status() {
            return List.of(new Status("Example", "dc=example", "", "RUNNING", true, Optional.of(HALF), Run.NOTHING, Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public CompletionStage<Optional<Run>> update(String instance) {
            return end;
        }

        @Override
        public CompletionStage<Optional<Run>> rebuild(String instance) {
            return end;
        }
    }
}
