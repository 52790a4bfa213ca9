package org.waypost.directory.ldap.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.name.Dn;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Position;
import org.waypost.directory.Watch;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.Servers;
import org.waypost.directory.ldap.StreamConnection;

/** One watch: connects, follows, and begins again when it must. Runs in a thread of its own; closed from any. */
final class WatchTask implements Directory.Watching, Delivery.Target, Runnable {
    private final Servers servers;
    private final List<NotificationMethod> methods;
    private final Watch watch;
    private final ChangeListener listener;
    private final Consumer<WatchTask> whenEnded;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object calls = new Object();
    private final Backoff backoff = new Backoff();
    /** Methods that a server announces and then refuses, as "METHOD of URL". */
    private final Set<String> refused = new HashSet<>();
    private Optional<Position> taken;
    private boolean interruptionTold;
    private volatile String method = "none yet";
    private volatile Thread thread;

    WatchTask(Servers servers, List<NotificationMethod> methods, Watch watch, ChangeListener listener, Consumer<WatchTask> whenEnded) {
        this.servers = servers;
        this.methods = methods;
        this.watch = watch;
        this.listener = listener;
        this.whenEnded = whenEnded;
        this.taken = watch.from();
    }

    void start(String name) {
        thread = new Thread(this, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for its thread to end, unless called in it. */
    void join(long millis) throws InterruptedException {
        if (Thread.currentThread() != thread) {
            thread.join(millis);
        }
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public void close() {
        synchronized (calls) {
            closed.countDown();
        }
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void run() {
        try {
            do {
                attempt();
            } while (!closed.await(backoff.nextMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // Only close() interrupts: the thread has nothing more to do.
            method = "closed";
        } finally {
            whenEnded.accept(this);
        }
    }

    private void attempt() throws InterruptedException {
        try {
            follow(servers.pick(watch.role()));
        } catch (NotTakenException e) {
            // The listener knows why: from the last position it took.
            method = "begins again";
        } catch (LdapException | DirectoryAwayException e) {
            if (isClosed() || e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            if (e instanceof LdapOperationException answer && answer.getResultCode() == ResultCodeEnum.UNAVAILABLE_CRITICAL_EXTENSION) {
                refused.add(method);
            } else {
                interrupted(e);
            }
        }
    }

    private void follow(Server server) throws LdapException, InterruptedException, NotTakenException {
        try (StreamConnection connection = connect(server)) {
            NotificationMethod chosen = choose(server);
            method = chosen.name() + " of " + server.url();
            Dn base = new Dn(watch.base().isEmpty() ? servers.base(watch.role()) : watch.base());
            chosen.follow(server, connection, new Delivery(watch, base, this, server.rootDse().invocationId(), chosen.name()));
        }
    }

    private StreamConnection connect(Server server) throws LdapException {
        try {
            return server.streaming();
        } catch (LdapException e) {
            if (!isClosed()) {
                servers.down(server, e);
            }
            throw e;
        }
    }

    private NotificationMethod choose(Server server) throws LdapException {
        RootDse root = server.rootDse();
        return methods.stream().filter(method -> method.isOfferedBy(root) && !refused.contains(method.name() + " of " + server.url()))
                .findFirst().orElseThrow(() -> new LdapException(server.url() + " refuses all methods"));
    }

    @Override
    public void give(ChangeBatch.Kind kind, List<DirectoryChange> changes, Optional<Position> position) throws NotTakenException, InterruptedException {
        try {
            begin(new ChangeBatch(kind, changes, position)).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new NotTakenException(e.getCause());
        }
        backoff.reset();
        interruptionTold = false;
        if (position.isPresent()) {
            taken = position;
        }
    }

    @Override
    public Optional<Position> taken() {
        return taken;
    }

    @Override
    public void forget() {
        taken = Optional.empty();
    }

    private CompletionStage<Void> begin(ChangeBatch batch) throws InterruptedException, NotTakenException {
        synchronized (calls) {
            if (isClosed()) {
                throw new InterruptedException();
            }
            try {
                return listener.changed(batch);
            } catch (RuntimeException | LinkageError e) {
                // A class of a bundle that is just being replaced may no longer be found.
                throw new NotTakenException(e);
            }
        }
    }

    private void interrupted(Exception cause) {
        method = "interrupted: " + cause.getMessage();
        synchronized (calls) {
            if (!interruptionTold && !isClosed()) {
                interruptionTold = true;
                listener.interrupted(cause.getMessage());
            }
        }
    }
}
