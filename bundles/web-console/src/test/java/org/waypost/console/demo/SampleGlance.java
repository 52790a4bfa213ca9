package org.waypost.console.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waypost.admin.Answer;
import org.waypost.admin.CertificateAdmin;
import org.waypost.admin.OverviewAdmin;
import org.waypost.metrics.Vitals;
import org.waypost.queue.QueueState;

/** A server with waves of mail, an object that is not replicated, and certificates of each kind. */
record SampleGlance(InstantSource clock) implements OverviewAdmin, CertificateAdmin {
    private static final int SAMPLES = 120;

    @Override
    public Answer<Overview> overview() {
        Instant now = clock.instant();
        Vitals.Health health = new Vitals.Health(Vitals.Level.RED, true, List.of(
                new Vitals.Problem(Vitals.Level.RED, "replication", "cn=To Asia,cn=Connections,o=Example",
                        "Event 1040: the object is not replicated to the metabase since 2026-01-31T10:00:00Z: <b>no</b> such schedule."),
                new Vitals.Problem(Vitals.Level.YELLOW, "links", "To Asia", "The connector is down since 10:01: connection refused")));
        return new Answer.Ok<>(new Overview(now, health, IntStream.range(0, SAMPLES).mapToObj(i -> sample(now, i)).toList(), 37, 12,
                List.of(new Queues(QueueState.ACTIVE, 3, 210, 9_000_000), new Queues(QueueState.READY, 4, 0, 0),
                        new Queues(QueueState.RETRY, 88, 123_456, 9_876_543_210L), new Queues(QueueState.FROZEN, 1, 7, 70_000)),
                Optional.of(now.minusSeconds(93_000))));
    }

    private static Vitals.Traffic sample(Instant now, int i) {
        Instant until = now.minusSeconds((long) (SAMPLES - 1 - i) * Vitals.PERIOD);
        double phase = until.getEpochSecond() / 60.0;
        return new Vitals.Traffic(until, 40 + 30 * Math.sin(phase), 90 + 80 * Math.sin(phase - 1), 12 + 5 * Math.cos(phase * 3));
    }

    @Override
    public Answer<List<Used>> certificates() {
        return new Answer.Ok<>(List.of(
                used("virtual server old", "It cannot be read: there is no such file.", Optional.empty()),
                used("virtual server submission", "It is out of force since 2026-01-01T00:00:00Z.", Optional.of(certificate(-30))),
                used("virtual server default", "", Optional.of(certificate(12))),
                used("console", "", Optional.of(certificate(3000)))));
    }

    private static Used used(String user, String problem, Optional<Certificate> certificate) {
        return new Used(user, "etc/tls/mail1.example.com.crt", "/opt/waypost/etc/tls/mail1.example.com.crt",
                "Put the new PEM files in the place of the old ones; the next handshake shows them.", problem, certificate);
    }

    private Certificate certificate(long days) {
        Instant now = clock.instant();
        return new Certificate("CN=mail1.example.com,O=Example", List.of("mail1.example.com", "mx.example.com"), "CN=Example CA",
                now.minusSeconds(86_400L * 90), now.plusSeconds(86_400 * days), days);
    }
}
