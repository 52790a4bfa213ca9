package org.waypost.itests.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One session of {@link LoadClients}: message after message until told to stop. */
final class LoadClient {
    private final LoadPlan plan;
    private final int number;
    private final BooleanSupplier stopped;
    private final AtomicInteger acceptedSoFar;
    private final Set<String> accepted = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private final String body;
    private Optional<String> inDoubt = Optional.empty();
    private Duration longestPause = Duration.ZERO;
    private int sent;
    private String step = "connecting";

    LoadClient(LoadPlan plan, int number, BooleanSupplier stopped, AtomicInteger acceptedSoFar) {
        this.plan = plan;
        this.number = number;
        this.stopped = stopped;
        this.acceptedSoFar = acceptedSoFar;
        body = ("x".repeat(76) + "\r\n").repeat(Math.max(1, plan.bodyBytes() / 78));
    }

    LoadReport run() {
        try (RawSmtp server = RawSmtp.open(plan.port())) {
            expect(server.reply(), 220, server);
            ask(server, "EHLO client" + number + ".test", 250);
            while (!stopped.getAsBoolean()) {
                transaction(server);
                LockSupport.parkNanos(plan.pause().toNanos());
            }
            ask(server, "QUIT", 221);
        } catch (IOException | UnexpectedReplyException e) {
            if (!(plan.mayBreak() && e instanceof IOException)) {
                failures.add("session " + number + " at " + step + ": " + e);
            }
        }
        return new LoadReport(accepted, inDoubt.map(Set::of).orElse(Set.of()), failures, longestPause);
    }

    private void transaction(RawSmtp server) throws IOException {
        String id = plan.name() + "-" + number + "-" + sent;
        String recipient = plan.recipients().get((number + sent) % plan.recipients().size());
        sent++;
        ask(server, "MAIL FROM:<load@client.test>", 250);
        ask(server, "RCPT TO:<" + recipient + ">", 250);
        ask(server, "DATA", 354);
        step = "end of data of " + id;
        inDoubt = Optional.of(id);
        server.raw("From: <load@client.test>\r\nSubject: load\r\n" + MailCounts.HEADER + " " + id + "\r\n\r\n" + body + ".\r\n");
        SmtpReply reply = server.reply();
        inDoubt = Optional.empty();
        expect(reply, 250, server);
        accepted.add(id);
        acceptedSoFar.incrementAndGet();
    }

    private void ask(RawSmtp server, String line, int code) throws IOException {
        step = line;
        expect(server.command(line), code, server);
    }

    private void expect(SmtpReply reply, int code, RawSmtp server) {
        if (server.waited().compareTo(longestPause) > 0) {
            longestPause = server.waited();
        }
        if (reply.code() != code) {
            throw new UnexpectedReplyException(reply);
        }
    }

    private static final class UnexpectedReplyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedReplyException(SmtpReply reply) {
            super(reply.toString());
        }
    }
}
