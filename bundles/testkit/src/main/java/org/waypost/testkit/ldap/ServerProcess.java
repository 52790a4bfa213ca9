package org.waypost.testkit.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server's process and the administrator's access to it. For one thread. */
final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 50;

    private final List<String> command;
    private final Path log;
    private final int port;
    private final String user;
    private final String password;
    private Process process;

    ServerProcess(List<String> command, Path log, int port, String user, String password) {
        this.command = command;
        this.log = log;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** Starts it and waits until it takes the administrator's bind. */
    void start() {
        process = spawn(command, log);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connect().close();
                return;
            } catch (LDAPException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException(command.get(0) + " does not answer: " + e.getMessage() + "; see " + log, e);
                }
                waitFor(process, POLL_MILLIS);
            }
        }
    }

    /** Ends it in an orderly way. */
    void stop() {
        end(false);
    }

    /** Ends it by {@code kill -9}. */
    void kill() {
        end(true);
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** A connection as administrator, to be closed by the caller. */
    LDAPConnection connect() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, user, password);
    }

    void load(String ldif) {
        LdifText.load("127.0.0.1", port, user, password, ldif);
    }

    /** Runs a command to its end. */
    static void run(List<String> command, Path log) {
        Process process = spawn(command, log);
        if (!waitFor(process, PATIENCE.toMillis()) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " failed; see " + log);
        }
    }

    private void end(boolean forcibly) {
        if (isRunning()) {
            // A server in several processes leaves its children to themselves.
            List<ProcessHandle> children = process.descendants().toList();
            children.forEach(child -> destroy(child, forcibly));
            destroy(process.toHandle(), forcibly);
            if (!waitFor(process, PATIENCE.toMillis())) {
                process.destroyForcibly();
            }
        }
    }

    private static void destroy(ProcessHandle handle, boolean forcibly) {
        if (forcibly) {
            handle.destroyForcibly();
        } else {
            handle.destroy();
        }
    }

    private static Process spawn(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean waitFor(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
