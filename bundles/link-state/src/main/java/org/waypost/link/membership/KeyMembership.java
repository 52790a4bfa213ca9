package org.waypost.link.membership;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.OrganizationMap;

/** Members by the map, and this server's own identity. Any thread. */
public final class KeyMembership implements Membership {
    private final Supplier<CompletionStage<Answer<String>>> joining;
    private final Watchers<Members> members = new Watchers<>(Members.NONE);
    private volatile Roster roster = Roster.EMPTY;

    /** @param joining what {@link #join} does */
    public KeyMembership(Supplier<CompletionStage<Answer<String>>> joining) {
        this.joining = joining;
    }

    public Roster roster() {
        return roster;
    }

    /** The map is this one now. */
    public synchronized void map(OrganizationMap map) {
        use(Roster.of(roster.members().identity(), map));
    }

    /** This server has an identity now. */
    public synchronized void identity(Identity identity) {
        use(Roster.of(Optional.of(identity), roster.map()));
    }

    private void use(Roster next) {
        roster = next;
        members.value(next.members());
    }

    @Override
    public AutoCloseable watch(Consumer<Members> listener) {
        return members.watch(listener);
    }

    @Override
    public CompletionStage<Answer<String>> join() {
        return joining.get();
    }
}
