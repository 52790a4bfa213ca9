package org.waypost.directory.ldap.watch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.Watch;
import org.waypost.directory.ldap.Servers;

/** Opens watches and knows those that are open. Any thread. */
public final class Watches implements AutoCloseable {
    private static final long END_MILLIS = 5000;

    private final Servers servers;
    private final List<NotificationMethod> methods;
    /** Also those whose thread has not ended yet. */
    private final Set<WatchTask> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();

    /** @param pollInterval between two comparisons with servers that offer nothing better; 1 s or longer */
    public Watches(Servers servers, Duration pollInterval) {
        this(servers, List.of(new ActiveDirectoryMethod(), new SyncreplMethod(), new PersistentSearchMethod(), new PollingMethod(pollInterval)));
    }

    Watches(Servers servers, List<NotificationMethod> methods) {
        this.servers = servers;
        this.methods = methods;
        SyncreplGrammar.complete();
    }

    /** See {@link Directory#watch}. Returns at once; the listener is called in the watch's own thread. */
    public Directory.Watching open(Watch watch, ChangeListener listener) {
        WatchTask task = new WatchTask(servers, methods, watch, listener, open::remove);
        open.add(task);
        task.start("waypost-watch-" + opened.incrementAndGet());
        return task;
    }

    /** How each open watch is notified, for people. */
    public List<String> methods() {
        return open.stream().filter(task -> !task.isClosed()).map(WatchTask::method).sorted().toList();
    }

    /** Ends all watches and waits, for some seconds, until their threads and connections are gone. */
    @Override
    public void close() {
        List<WatchTask> ending = List.copyOf(open);
        ending.forEach(WatchTask::close);
        try {
            for (WatchTask task : ending) {
                task.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
