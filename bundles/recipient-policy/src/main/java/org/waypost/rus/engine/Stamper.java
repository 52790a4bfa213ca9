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

/** Stamps recipients by a set of policies, one independent of the other. Any thread. */
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
    private final Numbers numbers;
    private final EventLog events;

    /** @param writes false: only to report */
    Stamper(String name, Directory directory, PolicySet policies, boolean writes, Numbers numbers, EventLog events) {
        this.name = name;
        this.directory = directory;
        this.policies = policies;
        this.writes = writes;
        this.numbers = numbers;
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
                    ? failed(recipient, cause.getMessage()) : CompletableFuture.failedStage(cause);
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
            return failed(recipient, String.join("; ", draft.notes()));
        }
        return numbers.find(draft, recipient.id()).thenCompose(found -> write(recipient, draft.changes(found), tries));
    }

    private CompletionStage<Outcome> write(Entry recipient, Map<String, List<String>> changes, int tries) {
        if (changes.isEmpty()) {
            return CompletableFuture.completedStage(Outcome.NOTHING);
        }
        if (!writes) {
            events.report(RusEvent.WOULD_WRITE, name, recipient.dn(), changes);
            return CompletableFuture.completedStage(Outcome.REPORTED);
        }
        DirectoryWrite write = new DirectoryWrite.Replace(recipient.dn(), changes,
                Optional.of(new DirectoryWrite.Assertion("proxyAddresses", recipient.values("proxyAddresses"))));
        return directory.write(Role.DOMAIN, write).thenCompose(result -> {
            if (result instanceof WriteResult.Done) {
                if (events.admits(RusEvent.STAMPED)) {
                    events.report(RusEvent.STAMPED, name, recipient.dn(), changes);
                }
                return CompletableFuture.completedStage(Outcome.WRITTEN);
            }
            if (result instanceof WriteResult.Refused refused) {
                return failed(recipient, refused.reason());
            }
            return result instanceof WriteResult.Missing ? CompletableFuture.completedStage(Outcome.NOTHING) : again(recipient, tries - 1);
        });
    }

    /** Somebody changed it meanwhile. */
    private CompletionStage<Outcome> again(Entry recipient, int tries) {
        if (tries == 0) {
            return failed(recipient, "it was changed by somebody else again and again");
        }
        return directory.read(Role.DOMAIN, recipient.dn(), policies.attributes()).thenCompose(found ->
                found.isEmpty() ? CompletableFuture.completedStage(Outcome.NOTHING) : stamp(found.get(), tries));
    }

    private CompletionStage<Outcome> failed(Entry recipient, String reason) {
        events.report(RusEvent.RECIPIENT_FAILED, recipient.dn(), name, reason);
        return CompletableFuture.completedStage(Outcome.FAILED);
    }
}
