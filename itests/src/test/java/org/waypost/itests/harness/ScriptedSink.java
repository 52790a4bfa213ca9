package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A foreign server that does what smtp-sink has no option for: it changes its mind (4xx a few times,
 * then accepts), notes when it was asked, and counts many messages by their id without keeping them.
 */
public final class ScriptedSink implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script;
    private final MailCounts counts = new MailCounts();
    private final List<SunkMessage> messages = new CopyOnWriteArrayList<>();
    private final List<Instant> attempts = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private ScriptedSink(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
    }

    /** Decides about replies. Called from many threads. */
    @FunctionalInterface
    public interface Script {
        /**
         * @param verb {@code RCPT}, or {@code .} for the end of data
         * @param argument the line behind the verb
         * @param attempt the number of the delivery attempt, that is of RCPT commands so far; from 1
         * @return a refusing reply without its CRLF; empty accepts
         */
        Optional<String> refusal(String verb, String argument, int attempt);
    }

    /** A message that carries no load id. */
    public record SunkMessage(String sender, List<String> recipients, String text) {}

    /** Accepts everything. */
    public static ScriptedSink start(InetSocketAddress address) {
        return start(address, (verb, argument, attempt) -> Optional.empty());
    }

    public static ScriptedSink start(InetSocketAddress address, Script script) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(address, 200);
            ScriptedSink sink = new ScriptedSink(listener, script);
            thread("sink " + address, sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbered messages of load clients. */
    public MailCounts counts() {
        return counts;
    }

    /** All other messages. */
    public List<SunkMessage> messages() {
        return messages;
    }

    /** When each RCPT came. */
    public List<Instant> attempts() {
        return attempts;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    Optional<String> refusal(String verb, String argument) {
        if (verb.equals("RCPT")) {
            attempts.add(Instant.now());
        }
        return script.refusal(verb, argument, attempts.size());
    }

    void take(SunkMessage message, Optional<String> loadId) {
        loadId.ifPresentOrElse(counts::arrived, () -> messages.add(message));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                thread("sink session", () -> serve(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new SinkSession(socket, this).run();
        } catch (IOException e) {
            // A peer that leaves ends its session; what it had handed over is counted.
        } finally {
            sockets.remove(socket);
        }
    }

    private static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
