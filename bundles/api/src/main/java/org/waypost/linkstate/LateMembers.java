package org.waypost.linkstate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.waypost.linkstate.Membership.Members;

/**
 * The members in force, over replacements of the service: while it is away those hold that it told last. Any thread.
 */
public final class LateMembers implements Supplier<Members> {
    private final Map<Membership, AutoCloseable> watches = new ConcurrentHashMap<>();
    private final Runnable changed;
    private Membership source;
    private volatile Members members = Members.NONE;

    /** @param changed called after each change, maybe by several threads at once */
    public LateMembers(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public Members get() {
        return members;
    }

    /** The service came, or a better one did. */
    public void bind(Membership service) {
        synchronized (this) {
            source = service;
        }
        // The service may hold a lock of its own while it tells us, which must not meet ours the other way round.
        watches.put(service, service.watch(told -> take(service, told)));
    }

    /** The service goes. */
    public void unbind(Membership service) {
        synchronized (this) {
            source = source == service ? null : source;
        }
        AutoCloseable watch = watches.remove(service);
        if (watch != null) {
            close(watch);
        }
    }

    private void take(Membership service, Members told) {
        synchronized (this) {
            if (service != source || told.equals(members)) {
                return;
            }
            members = told;
        }
        changed.run();
    }

    private static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
