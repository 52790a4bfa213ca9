package org.waypost.ds2mb.replica;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Position;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.ds2mb.replica.Held.Flaw;
import org.waypost.event.EventLog;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Written;
import org.waypost.service.Gate;

/**
 * Makes of each batch of changes one write of the metabase, with the position in it. A batch that could not be written
 * was not taken: it comes again. Batches come one after the other; what is asked of it comes in any thread.
 */
final class Replicator implements ChangeListener {
    /** How often a position without a change is written. */
    static final Duration POSITION_EVERY = Duration.ofSeconds(60);

    private final Scope scope;
    private final Gate<Metabase> metabase;
    private final EventLog events;
    private final Report report;
    private final InstantSource clock;
    private final Progress progress;
    private final Intake intake = new Intake();
    private final Refusals refusals = new Refusals();
    private volatile Replica replica = Replica.NOTHING;
    private boolean sure;
    private Instant positionWritten = Instant.MIN;
    private String told = "";

    Replicator(Scope scope, Gate<Metabase> metabase, EventLog events, InstantSource clock, Progress progress) {
        this.scope = scope;
        this.metabase = metabase;
        this.events = events;
        this.report = new Report(events);
        this.clock = clock;
        this.progress = progress;
    }

    /** Reads what was replicated before and repairs what is not so in the metabase. Completes with where to go on. */
    CompletionStage<Optional<Position>> begin() {
        return metabase.call(open -> {
            Replica kept = ensure(open);
            events.report(ReplicationEvent.STARTED, scope.base(), kept.objects().size(),
                    kept.position().map(position -> "where it ended").orElse("with a full comparison"));
            // What cannot be repaired now is tried, and told, again with the first batch.
            return kept.objects().isEmpty() ? CompletableFuture.completedStage(kept.position())
                    : settle(open, kept.objects(), kept.position()).handle((done, failure) -> kept.position());
        });
    }

    @Override
    public CompletionStage<Void> changed(ChangeBatch batch) {
        progress.batch(batch.kind());
        return metabase.call(open -> take(open, batch)).whenComplete((done, failure) -> {
            if (failure != null) {
                progress.interrupted(String.valueOf(failure.getMessage()));
            } else if (batch.kind() == ChangeBatch.Kind.COMPARISON_ENDS) {
                events.report(ReplicationEvent.COMPARED, progress.compared(replica.objects().size(), replica.flaws().size()));
            }
        });
    }

    @Override
    public void interrupted(String reason) {
        progress.interrupted(reason);
    }

    Replica replica() {
        return replica;
    }

    private CompletionStage<Void> take(Metabase open, ChangeBatch batch) {
        Replica before = ensure(open);
        Optional<SortedMap<UUID, Held>> seen = intake.take(batch, before.objects());
        return seen.isEmpty() ? CompletableFuture.completedStage(null)
                : settle(open, seen.get(), batch.position().or(before::position));
    }

    /** After a write whose end is not known the metabase is asked what it has. */
    private Replica ensure(Metabase open) {
        if (!sure) {
            replica = ReplicaStore.load(open, scope.positionScope());
            sure = true;
        }
        return replica;
    }

    private CompletionStage<Void> settle(Metabase open, SortedMap<UUID, Held> seen, Optional<Position> position) {
        Assessment assessment = Assessment.of(seen, Assessment.reader(seen, scope.serverName(), open::schema, refusals), clock.instant());
        Target target = TargetBuilder.build(assessment, scope.base());
        Plan plan = Plan.of(replica.published(), target);
        List<Edit> edits = new ArrayList<>(plan.edits());
        edits.addAll(ReplicaStore.edits(replica.objects(), assessment.objects()));
        Step step = new Step(seen, assessment, target, plan, position);
        if (edits.isEmpty()) {
            commit(step);
            return keepPosition(open, position);
        }
        position.ifPresent(reached -> edits.addAll(ReplicaStore.edits(reached, scope.positionScope())));
        return write(open, MetabaseWrite.Writer.REPLICATION, edits).thenCompose(written -> {
            if (written instanceof Written.Refused refused) {
                return refused(open, step, refused);
            }
            positionWritten = clock.instant();
            commit(step);
            return CompletableFuture.completedStage(null);
        });
    }

    private CompletionStage<Void> keepPosition(Metabase open, Optional<Position> position) {
        if (position.isEmpty() || clock.instant().isBefore(positionWritten.plus(POSITION_EVERY))) {
            return CompletableFuture.completedStage(null);
        }
        positionWritten = clock.instant();
        return write(open, MetabaseWrite.Writer.SERVICE, ReplicaStore.edits(position.get(), scope.positionScope())).thenApply(written -> null);
    }

    private CompletionStage<Written> write(Metabase open, MetabaseWrite.Writer writer, List<Edit> edits) {
        sure = false;
        return open.write(new MetabaseWrite(writer, edits)).thenApply(written -> {
            sure = true;
            return written;
        });
    }

    /** The rest is written without the objects that the metabase will not have. */
    private CompletionStage<Void> refused(Metabase open, Step step, Written.Refused refused) {
        List<Held> blamed = step.blamed(refused.key(), replica.objects(), refusals);
        if (blamed.isEmpty()) {
            if (!told.equals(refused.reason())) {
                told = refused.reason();
                events.report(ReplicationEvent.FAILED, scope.base(), refused.reason());
            }
            return CompletableFuture.failedStage(new IllegalStateException(refused.reason()));
        }
        blamed.forEach(held -> refusals.add(held.current(), refused.reason()));
        return settle(open, step.seen(), step.position());
    }

    private void commit(Step step) {
        Replica before = replica;
        SortedMap<Place, Owned> published = new TreeMap<>(before.published());
        published.keySet().removeAll(step.plan().removed().keySet());
        published.putAll(step.plan().set());
        int inForce = (int) step.assessment().readings().values().stream().filter(each -> !each.equals(Understood.NOTHING)).count();
        replica = new Replica(step.assessment().objects(), conflicts(step.target(), before), published, inForce, step.position());
        refusals.keepOnly(replica.objects().keySet());
        progress.written(step.plan(), clock.instant());
        report.written(before, replica, step.plan());
    }

    private SortedMap<UUID, Flaw> conflicts(Target target, Replica before) {
        SortedMap<UUID, Flaw> conflicts = new TreeMap<>();
        target.conflicts().forEach((id, cause) -> {
            Flaw known = before.conflicts().get(id);
            conflicts.put(id, known != null && known.cause().equals(cause) ? known : new Flaw(cause, clock.instant()));
        });
        return conflicts;
    }
}
