package org.waypost.directory.ldap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryRefusedException;

/**
 * Connections to one server, each used by one thread at a time. Threads wait for the server, callers do not: the
 * library's searches can only be waited for, and with one thread for each connection a server that hangs holds these
 * few threads and no others. Any thread.
 */
final class Pool implements AutoCloseable {
    private static final int IDLE_SECONDS = 60;

    private final Server server;
    private final BooleanSupplier down;
    private final ThreadPoolExecutor threads;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    /**
     * @param down whether the server is known not to answer: requests that wait then fail at once
     * @param connections most of them, 1 or more
     * @param waiting most requests that wait for one
     */
    Pool(Server server, BooleanSupplier down, int connections, int waiting) {
        this.server = server;
        this.down = down;
        threads = new ThreadPoolExecutor(connections, connections, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting),
                work -> new Thread(work, "waypost-directory " + server.url()));
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * @param repeatable whether it may be sent again when a connection turns out to have been closed by the server
     * @return fails with {@link LdapException} when the server is at fault
     */
    <R> CompletableFuture<R> run(Request<R> request, boolean repeatable) {
        CompletableFuture<R> result = new CompletableFuture<>();
        try {
            threads.execute(() -> perform(request, repeatable, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new DirectoryAwayException(closed ? "the directory is being closed"
                    : server.url() + " has too many requests waiting for it"));
        }
        return result;
    }

    int connections() {
        return open.get();
    }

    /** Requests under way fail with their connection. */
    @Override
    public void close() {
        closed = true;
        for (Runnable waiting : threads.shutdownNow()) {
            waiting.run();
        }
        discardIdle();
    }

    /** The server went down: what is idle is worth nothing any more. */
    void discardIdle() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            discard(connection);
        }
    }

    private <R> void perform(Request<R> request, boolean repeatable, CompletableFuture<R> result) {
        try {
            Connection used = usedBefore();
            R answer = used == null ? fresh(request) : again(used, request, repeatable);
            result.complete(answer);
        } catch (LdapException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private <R> R again(Connection used, Request<R> request, boolean repeatable) throws LdapException {
        try {
            return on(used, request);
        } catch (ConnectionLostException e) {
            // The server may have closed it for being idle.
            if (!repeatable) {
                throw e;
            }
            return fresh(request);
        }
    }

    private <R> R fresh(Request<R> request) throws LdapException {
        if (closed) {
            throw new DirectoryAwayException("the directory is being closed");
        }
        if (down.getAsBoolean()) {
            throw new NotConnectedException(new LdapException("it is down"));
        }
        Connection connection;
        try {
            connection = server.connect();
        } catch (LdapException e) {
            throw new NotConnectedException(e);
        }
        open.incrementAndGet();
        return on(connection, request);
    }

    private <R> R on(Connection connection, Request<R> request) throws LdapException {
        boolean sound = false;
        try {
            R answer = request.run(connection, server.rootDse());
            sound = true;
            return answer;
        } catch (DirectoryRefusedException e) {
            sound = true;
            throw e;
        } catch (LdapException e) {
            throw connection.isConnected() ? e : new ConnectionLostException(e);
        } finally {
            if (sound && !closed) {
                idle.push(connection);
            } else {
                discard(connection);
            }
        }
    }

    private Connection usedBefore() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            if (connection.isConnected()) {
                return connection;
            }
            discard(connection);
        }
        return null;
    }

    private void discard(Connection connection) {
        open.decrementAndGet();
        connection.close();
    }
}
