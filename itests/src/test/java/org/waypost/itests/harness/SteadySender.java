package org.waypost.itests.harness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends numbered messages at a fixed rate, each on a connection of its own, and knows which got their 250. One that is not
 * taken is a failure, and a message in doubt too: the server that it sends to is never stopped.
 */
public final class SteadySender implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Collection<String> accepted = new ConcurrentLinkedQueue<>();
    private final Collection<String> failures = new ConcurrentLinkedQueue<>();
    /** A mailbox may hold what another one sent. */
    private final String label = "steady-" + UUID.randomUUID() + "-";
    private final InetSocketAddress server;
    private final String recipient;
    private int sent;

    private SteadySender(InetSocketAddress server, String recipient) {
        this.server = server;
        this.recipient = recipient;
    }

    /** Begins at once. @param pause between the beginnings of two messages */
    public static SteadySender start(InetSocketAddress server, String recipient, Duration pause) {
        SteadySender sender = new SteadySender(server, recipient);
        sender.thread.scheduleAtFixedRate(sender::send, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return sender;
    }

    /** So far, in their order. */
    public List<String> accepted() {
        return new ArrayList<>(accepted);
    }

    /** What was not as it should be, in words. */
    public List<String> failures() {
        return new ArrayList<>(failures);
    }

    /** Ends after the message that is on its way. */
    @Override
    public void close() {
        thread.shutdown();
        Poll.until(Duration.ofSeconds(30), "the last message was sent", thread::isTerminated);
    }

    private void send() {
        String id = label + sent++;
        try (RawSmtp client = RawSmtp.open(server)) {
            client.reply().expect(220);
            client.command("EHLO client.test").expect(250);
            client.command("MAIL FROM:<load@client.test>").expect(250);
            client.command("RCPT TO:<" + recipient + ">").expect(250);
            client.command("DATA").expect(354);
            client.command("From: <load@client.test>\r\nSubject: steady\r\n" + MailCounts.HEADER + " " + id + "\r\n\r\nx\r\n.").expect(250);
            accepted.add(id);
            client.command("QUIT").expect(221);
        } catch (IOException | AssertionError e) {
            failures.add(id + ": " + e);
        }
    }
}
