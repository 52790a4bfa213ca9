package org.waypost.testkit.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Entry;
import org.waypost.directory.Position;

/**
 * A listener that keeps what a watch tells of, as those who replicate a directory do. One after the other, several
 * watches may tell the same mirror. Any thread.
 */
public final class Mirror implements ChangeListener {
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Set<UUID> unmentioned = new HashSet<>();
    private final List<ChangeBatch.Kind> kinds = new ArrayList<>();
    private Optional<Position> position = Optional.empty();
    private int interruptions;
    private int refusals;
    private int refused;

    @Override
    public synchronized CompletionStage<Void> changed(ChangeBatch batch) {
        if (refusals > 0) {
            refusals--;
            refused++;
            return CompletableFuture.failedStage(new IllegalStateException("not now"));
        }
        kinds.add(batch.kind());
        if (batch.kind() == ChangeBatch.Kind.COMPARISON_BEGINS) {
            unmentioned.clear();
            unmentioned.addAll(entries.keySet());
        }
        batch.changes().forEach(this::take);
        if (batch.kind() == ChangeBatch.Kind.COMPARISON_ENDS) {
            entries.keySet().removeAll(unmentioned);
        }
        position = batch.position().or(() -> position);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized void interrupted(String reason) {
        interruptions++;
    }

    /** The next batches of that number are not taken. */
    public synchronized void refuse(int batches) {
        refusals = batches;
    }

    /** How many batches were not taken. */
    public synchronized int refused() {
        return refused;
    }

    /** Values of an attribute, of all entries. */
    public synchronized Set<String> values(String attribute) {
        Set<String> values = new TreeSet<>();
        entries.values().forEach(entry -> values.addAll(entry.values(attribute)));
        return values;
    }

    public synchronized Map<UUID, Entry> entries() {
        return Map.copyOf(entries);
    }

    /** The kinds of all batches taken. */
    public synchronized List<ChangeBatch.Kind> kinds() {
        return List.copyOf(kinds);
    }

    public synchronized Optional<Position> position() {
        return position;
    }

    public synchronized int interruptions() {
        return interruptions;
    }

    private void take(DirectoryChange change) {
        unmentioned.remove(change.id());
        if (change instanceof DirectoryChange.Changed changed) {
            entries.put(changed.id(), changed.entry());
        } else if (change instanceof DirectoryChange.Deleted deleted) {
            entries.remove(deleted.id());
        }
    }
}
