package org.waypost.rus.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;
import org.waypost.event.EventLog;
import org.waypost.rus.policy.RecipientPolicy;
import org.waypost.rus.stamp.Draft;

/** Stamps recipients of one run by a set of policies, one independent of the other. Any thread. */
final class Stamper {
    private static final int TRIES = 4;

    /** What became of a recipient. */
    enum Outcome {
        /** It was as it should be, or nothing is for it. */
        NOTHING,
        WRITTEN,
        REPORTED,
        /** Its event was reported. */
        FAILED
    }

    private final String name;
    private final Directory directory;
    private final PolicySet policies;
    private final boolean writes;
    private final Allotments allotments;
    private final Numbers numbers;
    private final EventLog events;

    /** @param writes false: only to report */
    Stamper(String name, Directory directory, PolicySet policies, boolean writes, Allotments allotments, EventLog events) {
        this.name = name;
        this.directory = directory;
        this.policies = policies;
        this.writes = writes;
        this.allotments = allotments;
        this.numbers = new Numbers(allotments.holders());
        this.events = events;
    }

    /** Fails with {@link DirectoryAwayException} only. */
    CompletionStage<Outcome> stamp(Entry recipient) {
        CompletionStage<Outcome> stage;
        try {
            stage = stamp(recipient, TRIES);
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedStage(e);
        }
        return stage.exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return cause instanceof StampRefusedException || cause instanceof DirectoryRefusedException
                    ? CompletableFuture.completedStage(failed(recipient, cause.getMessage())) : CompletableFuture.failedStage(cause);
        });
    }

    private CompletionStage<Outcome> stamp(Entry recipient, int tries) {
        boolean concerned = recipient.value("mailNickname").isPresent() && !Draft.isExcluded(recipient);
        Optional<RecipientPolicy> policy = concerned ? policies.table().of(recipient) : Optional.empty();
        if (policy.isEmpty()) {
            return CompletableFuture.completedStage(Outcome.NOTHING);
        }
        Draft draft = Draft.of(recipient, policy.get(), policies.legacyPrefix());
        if (!draft.isPossible()) {
            return CompletableFuture.completedStage(failed(recipient, String.join("; ", draft.notes())));
        }
        // A lease may be lost, a reservation never.
        Allotment allotment = tries == TRIES ? allotments.begin(recipient.id()) : allotments.reserved(recipient.id());
        return attempt(recipient, draft, allotment).whenComplete((outcome, failure) -> allotment.close()).thenCompose(outcome ->
                outcome.isPresent() ? CompletableFuture.completedStage(outcome.get()) : again(recipient, tries - 1));
    }

    /** Empty if it is to be tried again. */
    private CompletionStage<Optional<Outcome>> attempt(Entry recipient, Draft draft, Allotment allotment) {
        try {
            return numbers.find(draft, recipient.id(), allotment).thenCompose(found -> allotment.isValid()
                    ? write(recipient, draft.changes(found)) : CompletableFuture.completedStage(Optional.empty()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Optional<Outcome>> write(Entry recipient, Map<String, List<String>> changes) {
        if (changes.isEmpty()) {
            return CompletableFuture.completedStage(Optional.of(Outcome.NOTHING));
        }
        if (!writes) {
            events.report(RusEvent.WOULD_WRITE, name, recipient.dn(), changes);
            return CompletableFuture.completedStage(Optional.of(Outcome.REPORTED));
        }
        DirectoryWrite write = new DirectoryWrite.Replace(recipient.dn(), changes,
                Optional.of(new DirectoryWrite.Assertion("proxyAddresses", recipient.values("proxyAddresses"))));
        return directory.write(Role.DOMAIN, write).thenApply(result -> outcome(recipient, changes, result));
    }

    private Optional<Outcome> outcome(Entry recipient, Map<String, List<String>> changes, WriteResult result) {
        if (result instanceof WriteResult.Done) {
            if (events.admits(RusEvent.STAMPED)) {
                events.report(RusEvent.STAMPED, name, recipient.dn(), changes);
            }
            return Optional.of(Outcome.WRITTEN);
        }
        if (result instanceof WriteResult.Refused refused) {
            return Optional.of(failed(recipient, refused.reason()));
        }
        return result instanceof WriteResult.Missing ? Optional.of(Outcome.NOTHING) : Optional.empty();
    }

    /** Somebody changed it meanwhile, or the lease was lost. */
    private CompletionStage<Outcome> again(Entry recipient, int tries) {
        if (tries == 0) {
            return CompletableFuture.completedStage(failed(recipient, "it was changed by somebody else again and again"));
        }
        return directory.read(Role.DOMAIN, recipient.dn(), policies.attributes()).thenCompose(found ->
                found.isEmpty() ? CompletableFuture.completedStage(Outcome.NOTHING) : stamp(found.get(), tries));
    }

    private Outcome failed(Entry recipient, String reason) {
        events.report(RusEvent.RECIPIENT_FAILED, recipient.dn(), name, reason);
        return Outcome.FAILED;
    }
}
