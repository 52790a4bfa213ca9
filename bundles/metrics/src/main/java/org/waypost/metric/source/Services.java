package org.waypost.metric.source;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.TokenCheck;
import org.waypost.directory.Directory;
import org.waypost.linkstate.LinkStates;
import org.waypost.modules.ModuleManager;
import org.waypost.queue.Queue;
import org.waypost.replication.Replication;
import org.waypost.spool.Spool;

/** The services that are asked, as far as they are there. */
public record Services(Late<Queue> queue, Late<Spool> spool, Late<ServerAdmin> servers, Late<Directory> directory, Late<LinkStates> links,
        Late<Replication> replication, Late<ModuleManager> modules, Late<TokenCheck> tokens) {
    public Services() {
        this(new Late<>(), new Late<>(), new Late<>(), new Late<>(), new Late<>(), new Late<>(), new Late<>(), new Late<>());
    }

    /**
     * A service that may come later, go and be replaced. Any thread.
     *
     * @param <T> the service
     */
    public static final class Late<T> {
        private final AtomicReference<T> now = new AtomicReference<>();

        public void bind(T service) {
            now.set(service);
        }

        /** Ignored if another one has been bound since. */
        public void unbind(T service) {
            now.compareAndSet(service, null);
        }

        public Optional<T> get() {
            return Optional.ofNullable(now.get());
        }
    }
}
