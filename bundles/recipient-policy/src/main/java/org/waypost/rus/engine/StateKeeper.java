package org.waypost.rus.engine;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.waypost.metabase.Metabase;

/** Keeps the state of an instance in the metabase, written now and then: what is older is only done again. Any thread. */
final class StateKeeper {
    private static final long WRITE_AFTER_SECONDS = 2;

    private final String name;
    private final ScheduledExecutorService thread;
    private Metabase metabase;
    private Optional<RusState> state = Optional.empty();
    private boolean known;
    private boolean dirty;

    StateKeeper(String name, ScheduledExecutorService thread) {
        this.name = name;
        this.thread = thread;
    }

    synchronized void bind(Metabase now) {
        metabase = now;
        known = true;
        if (dirty) {
            save();
        }
    }

    synchronized void unbind(Metabase gone) {
        if (metabase == gone) {
            metabase = null;
        }
    }

    /** Whether there has been a metabase to read it from. */
    synchronized boolean isKnown() {
        return known;
    }

    /** @param base of the instance: state of another base is no use */
    synchronized RusState get(String base) {
        if (state.isEmpty() || !state.get().base().equalsIgnoreCase(base)) {
            state = Optional.of(metabase == null ? RusState.none(base) : RusState.read(metabase, name, base));
        }
        return state.get();
    }

    synchronized void change(String base, UnaryOperator<RusState> change) {
        state = Optional.of(change.apply(get(base)));
        if (!dirty) {
            dirty = true;
            try {
                thread.schedule(this::save, WRITE_AFTER_SECONDS, TimeUnit.SECONDS);
            } catch (RejectedExecutionException e) {
                save();
            }
        }
    }

    /** Writes what was not written yet, if there is a metabase. */
    synchronized void save() {
        if (dirty && metabase != null) {
            dirty = false;
            metabase.write(state.orElseThrow().write(name));
        }
    }
}
