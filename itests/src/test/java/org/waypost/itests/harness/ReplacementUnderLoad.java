package org.waypost.itests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replaces bundles of a running server while clients send: no connection lost, no
 * unexpected reply, nothing lost or doubled.
 *
 * @param port of 127.0.0.1, where the clients send to
 * @param recipients taken in turn
 * @param mailbox where those arrive that do not arrive elsewhere
 * @param counts where all that arrives is counted, also by other peers of the test
 */
public record ReplacementUnderLoad(WaypostHome home, int port, List<String> recipients, String mailbox, MailCounts counts) {
    private static final int SESSIONS = 20;
    private static final int MESSAGES = 500;
    /** What a bundle in turn sees before and after it is replaced, at a load that leaves the machine time for the others. */
    private static final int MESSAGES_BETWEEN = 40;
    private static final Duration PAUSE_BETWEEN = Duration.ofMillis(200);
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(300);

    /** @param refresh whether the users of the bundle's packages restart with it */
    public void of(String bundle, boolean refresh) {
        Path variant = variant(bundle, "load");
        underLoad(bundle, Duration.ZERO, clients -> {
            clients.awaitAccepted(MESSAGES);
            update(bundle, variant, "load", refresh);
            clients.awaitAccepted(MESSAGES);
        });
    }

    /** One after the other, at a moderate load. @param afterEach looks at the server when a bundle is replaced, while mail flows */
    public void inTurn(List<String> bundles, Consumer<String> afterEach) {
        List<Path> variants = bundles.stream().map(bundle -> variant(bundle, "turn")).toList();
        underLoad("in-turn", PAUSE_BETWEEN, clients -> {
            for (int i = 0; i < bundles.size(); i++) {
                clients.awaitAccepted(MESSAGES_BETWEEN);
                update(bundles.get(i), variants.get(i), "turn", false);
                clients.awaitAccepted(MESSAGES_BETWEEN);
                afterEach.accept(bundles.get(i));
            }
        });
    }

    private void underLoad(String name, Duration pause, Consumer<LoadClients> replacing) {
        LoadReport report;
        try (LoadClients clients = LoadClients.start(new LoadPlan(name, port, SESSIONS, recipients, 1000, false, pause))) {
            replacing.accept(clients);
            report = clients.finish();
        }
        System.out.printf("ReplacementUnderLoad: %s: %d messages, longest pause %d ms%n", name, report.accepted().size(),
                report.longestPause().toMillis());
        assertEquals(List.of(), report.failures());
        awaitArrival(report);
        assertEquals(List.of(), counts.doubled());
    }

    private static Path variant(String bundle, String label) {
        return BundleVariant.of(Checkout.bundle(bundle)).renamingInternals("v2").write(label);
    }

    private void update(String bundle, Path variant, String label, boolean refresh) {
        String output = home.shell("bundle:update " + (refresh ? "-r " : "") + "org.waypost." + bundle + " " + variant.toUri());
        assertFalse(output.contains("Error executing"), output);
        Poll.until(DRAIN, LOOK, "the new version of " + bundle + " is active", () -> isActive(bundle, label));
    }

    private boolean isActive(String bundle, String label) {
        return home.shell("bundle:list -t 0 -s").lines()
                .anyMatch(line -> line.matches(".*Active.*-" + label + " .* org\\.waypost\\." + bundle + "\\s*"));
    }

    private void awaitArrival(LoadReport report) {
        Poll.within(DRAIN, () -> {
            home.maildir(mailbox).harvest(counts);
            return counts.missing(report.accepted()).isEmpty();
        });
        assertEquals(List.of(), counts.missing(report.accepted()), "lost");
    }
}
