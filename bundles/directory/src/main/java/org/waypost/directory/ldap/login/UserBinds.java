package org.waypost.directory.ldap.login;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.Search.Role;
import org.waypost.directory.ldap.Bind;
import org.waypost.directory.ldap.Causes;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.Servers;

/** Binds of users, each on a connection of its own, in a few threads that wait. Any thread. */
final class UserBinds implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 200;
    private static final int IDLE_SECONDS = 30;
    /** Answers that say nothing of the user: the server is busy, or wants TLS of us. */
    private static final Set<ResultCodeEnum> NOT_OF_THE_USER = Set.of(ResultCodeEnum.BUSY, ResultCodeEnum.UNAVAILABLE,
            ResultCodeEnum.CONFIDENTIALITY_REQUIRED, ResultCodeEnum.STRONG_AUTH_REQUIRED, ResultCodeEnum.AUTH_METHOD_NOT_SUPPORTED);

    private final Servers servers;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING), work -> new Thread(work, "waypost-directory-login"));

    UserBinds(Servers servers) {
        this.servers = servers;
        threads.allowCoreThreadTimeOut(true);
    }

    /** @return whether the server believes it; fails with {@link DirectoryAwayException} if it cannot be known */
    CompletionStage<Boolean> bind(String dn, byte[] password) {
        try {
            return CompletableFuture.supplyAsync(() -> isBelieved(dn, password), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(new DirectoryAwayException("too many log-ins at once"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private boolean isBelieved(String dn, byte[] password) {
        Server server = servers.pick(Role.GLOBAL_CATALOG);
        try {
            server.prove(Bind.simple(dn, password));
            return true;
        } catch (LdapOperationException e) {
            if (NOT_OF_THE_USER.contains(e.getResultCode())) {
                throw new DirectoryAwayException(server.url() + ": " + Causes.text(e));
            }
            return false;
        } catch (LdapException e) {
            servers.down(server, e);
            throw new DirectoryAwayException(server.url() + ": " + Causes.text(e));
        }
    }
}
