package org.waypost.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.CertificateAdmin;
import org.waypost.admin.OverviewAdmin;
import org.waypost.metrics.Vitals;
import org.waypost.queue.QueueState;

/** A server with one problem and one certificate. */
final class GlanceAdmins implements OverviewAdmin, CertificateAdmin {
    @Override
    public Answer<Overview> overview() {
        Vitals.Health health = new Vitals.Health(Vitals.Level.RED, true, List.of(
                new Vitals.Problem(Vitals.Level.RED, "replication", "cn=x", "Event 1040.")));
        return new Answer.Ok<>(new Overview(Instant.EPOCH, health, List.of(new Vitals.Traffic(Instant.EPOCH, 1.5, 2.5, 0)), 4, 2,
                List.of(new Queues(QueueState.RETRY, 3, 12, 2048)), Optional.of(Instant.EPOCH)));
    }

    @Override
    public Answer<List<Used>> certificates() {
        return new Answer.Ok<>(List.of(new Used("console", "etc/console.p12", "/home/etc/console.p12", "Renew it.", "", Optional.of(
                new Certificate("CN=a", List.of("a.example.com"), "CN=ca", Instant.EPOCH, Instant.EPOCH, 31)))));
    }
}
