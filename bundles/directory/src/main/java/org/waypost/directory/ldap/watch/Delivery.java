package org.waypost.directory.ldap.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.directory.api.ldap.model.name.Dn;
import org.waypost.directory.ChangeBatch.Kind;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Position;
import org.waypost.directory.Watch;

/**
 * The way to the listener for one connection to one server: gathers changes to batches and gives them one after the
 * other. For the watch's thread.
 */
final class Delivery {
    private static final int BATCH = 200;

    private final Watch watch;
    private final Dn base;
    private final Target target;
    private final String server;
    private final String method;
    private final List<DirectoryChange> gathered = new ArrayList<>();
    private final Set<UUID> gatheredIds = new HashSet<>();
    private Optional<String> cookie;
    private boolean comparing;
    private boolean begun;

    /** Who gets the batches. */
    interface Target {
        /** Returns when it was taken. */
        void give(Kind kind, List<DirectoryChange> changes, Optional<Position> position) throws NotTakenException, InterruptedException;

        Optional<Position> taken();

        /** The position taken is of no use: go on as if there were none. */
        void forget();
    }

    Delivery(Watch watch, Dn base, Target target, String server, String method) {
        this.watch = watch;
        this.base = base;
        this.target = target;
        this.server = server;
        this.method = method;
        this.cookie = target.taken().filter(position -> position.server().equals(server) && position.method().equals(method)).map(Position::cookie);
    }

    Watch watch() {
        return watch;
    }

    Dn base() {
        return base;
    }

    /** Where the listener is, as this method and this server put it; empty: everything must be compared. */
    Optional<String> cookie() {
        return cookie;
    }

    /** The server does not know the cookie any more. */
    void forget() {
        cookie = Optional.empty();
        target.forget();
    }

    /** From here to {@link #endComparison} everything that exists is mentioned. What was gathered before is given first. */
    void beginComparison() throws NotTakenException, InterruptedException {
        flush();
        comparing = true;
        begun = false;
    }

    boolean isComparing() {
        return comparing;
    }

    void add(DirectoryChange change) throws NotTakenException, InterruptedException {
        if (!gatheredIds.add(change.id())) {
            gathered.removeIf(earlier -> earlier.id().equals(change.id()));
        }
        gathered.add(change);
        if (gathered.size() >= BATCH) {
            flush();
        }
    }

    /** Everything up to here was added. It is given with the next batch. */
    void reached(String next) {
        cookie = Optional.of(next);
    }

    /** Everything was mentioned. */
    void endComparison(Optional<String> next) throws NotTakenException, InterruptedException {
        if (!begun) {
            give(Kind.COMPARISON_BEGINS, List.of(), Optional.empty());
        }
        comparing = false;
        cookie = next;
        give(Kind.COMPARISON_ENDS, take(), position());
    }

    /** Gives what was gathered, if anything. */
    void flush() throws NotTakenException, InterruptedException {
        if (!gathered.isEmpty()) {
            giveGathered();
        }
    }

    /** Gives what was gathered, even if it is nothing but the position: the listener sees that the watch is up to date. */
    void upToDate() throws NotTakenException, InterruptedException {
        giveGathered();
    }

    private void giveGathered() throws NotTakenException, InterruptedException {
        if (comparing) {
            Kind kind = begun ? Kind.COMPARISON : Kind.COMPARISON_BEGINS;
            begun = true;
            give(kind, take(), Optional.empty());
        } else {
            give(Kind.CHANGES, take(), position());
        }
    }

    private void give(Kind kind, List<DirectoryChange> changes, Optional<Position> position) throws NotTakenException, InterruptedException {
        target.give(kind, changes, position);
    }

    private List<DirectoryChange> take() {
        List<DirectoryChange> taken = List.copyOf(gathered);
        gathered.clear();
        gatheredIds.clear();
        return taken;
    }

    private Optional<Position> position() {
        return cookie.map(text -> new Position(server, method, text));
    }
}
