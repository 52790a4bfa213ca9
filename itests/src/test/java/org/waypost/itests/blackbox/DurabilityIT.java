package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waypost.itests.harness.LoadClients;
import org.waypost.itests.harness.LoadPlan;
import org.waypost.itests.harness.LoadReport;
import org.waypost.itests.harness.MailCounts;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.ScriptedSink;
import org.waypost.itests.harness.Site;

/**
 * Ten times the server is killed while twenty sessions are in the middle of their transactions and
 * mail is queued: for a local mailbox, for a host that takes it at once, and for one that is dead
 * until the end. Every message that got its 250 arrives.
 */
class DurabilityIT {
    private static final int KILLS = 10;
    private static final int SESSIONS = 20;
    private static final Duration DRAIN = Duration.ofSeconds(90);
    private static final List<String> RECIPIENTS = List.of("alice@example.com", "x@fast.test", "x@held.test");

    @Test
    void whatGotA250SurvivesTheKill() throws IOException {
        Random random = new Random(7);
        Set<String> accepted = new TreeSet<>();
        Set<String> inDoubt = new TreeSet<>();
        try (Site site = Site.prepare("durability"); ScriptedSink fast = ScriptedSink.start(site.remote(32))) {
            for (int round = 0; round < KILLS; round++) {
                site.start();
                LoadReport report = killUnderLoad(site, round, 200 + random.nextInt(600));
                assertEquals(List.of(), report.failures());
                accepted.addAll(report.accepted());
                inDoubt.addAll(report.inDoubt());
            }
            site.start();
            try (ScriptedSink held = ScriptedSink.start(site.remote(33))) {
                MailCounts counts = new MailCounts();
                Poll.within(DRAIN, () -> {
                    site.home().maildir("alice").harvest(counts);
                    return missing(accepted, counts, fast, held).isEmpty();
                });
                assertEquals(Set.of(), missing(accepted, counts, fast, held), "lost");
                int doubled = counts.doubled().size() + fast.counts().doubled().size() + held.counts().doubled().size();
                System.out.printf("DurabilityIT: %d kills, %d messages accepted, %d in doubt, 0 lost, %d doubled%n",
                        KILLS, accepted.size(), inDoubt.size(), doubled);
                // Only a delivery that was under way when the process died may be repeated: at most the
                // connections and disk threads that deliver at once, in each of the kills.
                assertTrue(doubled <= KILLS * SESSIONS, doubled + " doubled");
            }
        }
    }

    private static LoadReport killUnderLoad(Site site, int round, int messages) {
        LoadPlan plan = new LoadPlan("kill" + round, site.relayPort(), SESSIONS, RECIPIENTS, 1000, true);
        try (LoadClients clients = LoadClients.start(plan)) {
            clients.awaitAccepted(messages);
            site.home().kill();
            return clients.report();
        }
    }

    private static Set<String> missing(Set<String> accepted, MailCounts local, ScriptedSink fast, ScriptedSink held) {
        Set<String> missing = new TreeSet<>(local.missing(accepted));
        missing.retainAll(fast.counts().missing(missing));
        missing.retainAll(held.counts().missing(missing));
        return missing;
    }
}
