package org.waypost.linkstate;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The map in force, over replacements of the service: while it is away, and until a new one knows a map, the one holds
 * that was told last. Any thread.
 */
public final class LateLinkStates implements Supplier<OrganizationMap> {
    private final Map<LinkStates, AutoCloseable> watches = new ConcurrentHashMap<>();
    private final Runnable changed;
    private volatile LinkStates source;
    private volatile OrganizationMap map = OrganizationMap.EMPTY;

    /** @param changed called after each change, maybe by several threads at once */
    public LateLinkStates(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public OrganizationMap get() {
        return map;
    }

    /** The service, unless it is away. */
    public Optional<LinkStates> present() {
        return Optional.ofNullable(source);
    }

    /** The service came, or a better one did. */
    public void bind(LinkStates service) {
        synchronized (this) {
            source = service;
        }
        // The service may hold a lock of its own while it tells us, which must not meet ours the other way round.
        watches.put(service, service.watch(told -> take(service, told)));
    }

    /** The service goes. */
    public void unbind(LinkStates service) {
        synchronized (this) {
            source = source == service ? null : source;
        }
        AutoCloseable watch = watches.remove(service);
        if (watch != null) {
            close(watch);
        }
    }

    private void take(LinkStates service, OrganizationMap told) {
        synchronized (this) {
            if (service != source || told.digest().isEmpty() || told.digest().equals(map.digest())) {
                return;
            }
            map = told;
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
