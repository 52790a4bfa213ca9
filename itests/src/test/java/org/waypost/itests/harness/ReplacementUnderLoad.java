package org.waypost.itests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Replaces a bundle of a running server while clients send without pause: no connection lost, no
 * unexpected reply, nothing lost or doubled.
 *
 * @param port of 127.0.0.1, where the clients send to
 * @param recipients taken in turn
 * @param mailbox where those arrive that do not arrive elsewhere
 * @param counts where all that arrives is counted, also by other peers of the test
 */
public record ReplacementUnderLoad(WaypostHome home, int port, List<String> recipients, String mailbox, MailCounts counts) {
    private static final int SESSIONS = 20;
    private static final int MESSAGES = 1000;
    private static final Duration DRAIN = Duration.ofSeconds(60);

    /** @param refresh whether the users of the bundle's packages restart with it */
    public void of(String bundle, boolean refresh) {
        Path variant = BundleVariant.of(Checkout.bundle(bundle)).renamingInternals("v2").write("load");
        LoadReport report;
        LoadPlan plan = new LoadPlan(bundle, port, SESSIONS, recipients, 1000, false);
        try (LoadClients clients = LoadClients.start(plan)) {
            clients.awaitAccepted(MESSAGES);
            update(bundle, variant, refresh);
            clients.awaitAccepted(MESSAGES);
            report = clients.finish();
        }
        System.out.printf("ReplacementUnderLoad: %s: %d messages, longest pause %d ms%n", bundle, report.accepted().size(),
                report.longestPause().toMillis());
        assertEquals(List.of(), report.failures());
        awaitArrival(report);
        assertEquals(List.of(), counts.doubled());
    }

    private void update(String bundle, Path variant, boolean refresh) {
        // One shell for both: each costs a process, which is slow beside the clients.
        String output = home.shell("bundle:update " + (refresh ? "-r " : "") + "org.waypost." + bundle + " " + variant.toUri()
                + "; bundle:list -t 0 -s");
        if (!isActive(bundle, output)) {
            assertTrue(!output.contains("Error executing"), output);
            Poll.until(Duration.ofSeconds(10), "the new version of " + bundle + " is active",
                    () -> isActive(bundle, home.shell("bundle:list -t 0 -s")));
        }
    }

    private static boolean isActive(String bundle, String list) {
        return list.lines().anyMatch(line -> line.matches(".*Active.*-load .* org\\.waypost\\." + bundle + "\\s*"));
    }

    private void awaitArrival(LoadReport report) {
        Poll.within(DRAIN, () -> {
            home.maildir(mailbox).harvest(counts);
            return counts.missing(report.accepted()).isEmpty();
        });
        assertEquals(List.of(), counts.missing(report.accepted()), "lost");
    }
}
