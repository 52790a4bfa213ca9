package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.itests.harness.Command;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.LoggedInClient;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpReply;
import org.waypost.itests.harness.SmtpSink;
import org.waypost.itests.harness.WaypostHome;

/** An administrator sees why a queue waits, holds it, lets it go, deletes a message, steers a virtual server. */
@ExtendWith(SharedSite.class)
class ShellIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern QUEUE_ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{13}");
    private static final String QUEUE = "smtp:one.test";

    private final Site site;

    @TempDir
    private Path folder;

    ShellIT(Site site) {
        this.site = site;
    }

    @Test
    void aQueueIsSeenHeldAndLetGo() throws IOException {
        Letter letter = Letter.write();
        String id = send(letter);
        Poll.until(SOON, "a reason in the list", () -> row(shell("queue:list"), QUEUE).matches("(?s).*RETRY.*refused.*"));
        String shown = shell("message:show " + id);
        assertTrue(shown.contains("carol@one.test") && shown.contains("refused"), shown);

        shell("queue:freeze " + QUEUE);
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(31))) {
            shell("queue:retry " + QUEUE);
            String frozen = row(shell("queue:list"), QUEUE);
            assertTrue(frozen.contains("FROZEN"), frozen);
            assertTrue(shell("message:list --queue " + QUEUE).contains(id));
            outboundMailIsDisabled(id, letter);
            assertEquals(0, sink.messages().size());

            shell("queue:unfreeze " + QUEUE);
            site.home().ask("queue:retry " + QUEUE); // on a slow machine its time has come already, and it is gone
            Poll.until(SOON, "delivery", () -> sink.messages().stream().anyMatch(message -> message.contains(letter.token())));
        }
        Poll.until(SOON, id + " is done", () -> !shell("message:list").contains(id));
    }

    private void outboundMailIsDisabled(String id, Letter letter) {
        shell("queue:disable --all-outbound");
        try {
            String queues = shell("queue:list");
            assertTrue(row(queues, QUEUE).contains("DISABLED") && queues.contains("All outbound mail is disabled since"), queues);
            assertTrue(site.home().refusedShell("queue:retry " + QUEUE).contains("queue:enable"));
            assertTrue(shell("message:list --recipient carol@ --state disabled --older-than 1s").contains(id));
            assertTrue(shell("message:preview " + id).contains(letter.token()));
        } finally {
            shell("queue:enable --all-outbound");
        }
    }

    @Test
    void aVirtualServerWithoutADirectoryIsMadeInTheMetabase() {
        int port = Ports.free();
        String key = "/LM/SmtpSvc/second";
        assertTrue(site.home().refusedShell("server:create waypost second").contains("metabase:ls /LM"));
        shell("metabase:set " + key + " bindings 127.0.0.1:" + port);
        shell("metabase:set " + key + " KeyType org.waypost.smtp.server");
        Poll.until(SOON, "it listens", () -> WaypostHome.listens(port));
        shell("metabase:set --unset " + key + " KeyType");
        Poll.until(SOON, "its socket is closed", () -> !WaypostHome.listens(port));
        shell("metabase:set --unset " + key + " bindings");
    }

    @Test
    void aDeletedMessageIsReportedToItsSender() throws IOException {
        Letter letter = Letter.write();
        String id = send(letter);
        Poll.until(SOON, "the message waits", () -> row(shell("queue:list"), QUEUE).contains("RETRY"));
        Poll.until(SOON, "deleted between two attempts", () -> {
            shell("message:delete " + id);
            return !shell("message:list").contains(id);
        });
        String report = site.home().maildir("alice").await(SOON, "carol@one.test");
        assertTrue(report.startsWith("Return-Path: <>"), report);
        assertTrue(report.contains("Action: failed") && report.contains("4.3.2"), report);
    }

    @Test
    void aPausedVirtualServerKeepsItsConnectionsAndTakesNoNewOnes() throws IOException {
        try (RawSmtp before = RawSmtp.hello(site.relayPort())) {
            shell("server:pause relay");
            try (RawSmtp refused = RawSmtp.open(site.relayPort())) {
                refused.reply().expect(421);
            }
            before.command("NOOP").expect(250);
            assertTrue(row(shell("server:list"), "relay").contains("PAUSED"));
        } finally {
            shell("server:start relay");
        }
        try (RawSmtp after = RawSmtp.hello(site.relayPort())) {
            after.command("NOOP").expect(250);
        }
        assertFalse(row(shell("server:list"), "relay").contains("PAUSED"));
    }

    @Test
    void whatIsThereIsListedAndWhatOthersNeedIsNotStopped() {
        assertTrue(row(shell("service:list"), "metabase").contains("directory-to-metabase"), shell("service:list"));
        assertTrue(site.home().refusedShell("service:stop metabase").contains("directory-to-metabase"));
        Command.Result refused = site.home().scriptedShell("service:stop metabase");
        assertTrue(refused.exit() != 0 && refused.output().contains("directory-to-metabase"), refused.toString());
        assertTrue(shell("lockdown").contains(Integer.toString(site.relayPort())));
        assertTrue(site.home().scriptedShell("doctor").succeeded().output().contains("disk"));
        assertTrue(shell("event:list --limit 1").contains("INFORMATION") || shell("event:list --limit 1").contains("WARNING"));
        assertTrue(shell("message:track --limit 1").contains("Event"));
    }

    @Test
    void aTableFitsTheTerminalAndIsWholeInAPipe() {
        String catalogue = "event:catalogue --source SMTP";
        List<String> narrow = rows(site.home().typedShell(catalogue, 80));
        assertTrue(narrow.size() > 5 && narrow.stream().allMatch(line -> line.length() <= 80), narrow.toString());
        assertTrue(rows(site.home().typedShell(catalogue, 200)).stream().anyMatch(line -> line.length() > 80), catalogue);
        List<String> whole = rows(shell(catalogue));
        assertEquals(widest(whole), widest(rows(site.home().typedShell(catalogue + " | cat", 80))));
        assertTrue(widest(whole) > 80, whole.toString());
    }

    private static List<String> rows(String printed) {
        return printed.lines().filter(line -> line.startsWith("SMTP/")).toList();
    }

    private static int widest(List<String> rows) {
        return rows.stream().mapToInt(String::length).max().orElse(0);
    }

    @Test
    void theConsoleIsStoppedAndMailGoesOn() throws Exception {
        try (LoggedInClient browser = LoggedInClient.of(site.home())) {
            shell("service:stop web-console");
            try {
                assertEquals(404, browser.status(""));
                Letter letter = Letter.write();
                letter.send(site.relayPort(), "alice@example.com", "alice@example.com");
                site.home().maildir("alice").await(SOON, letter.token());
            } finally {
                shell("service:start web-console");
            }
            Poll.until(SOON, "the console is there again", () -> browser.status("") == 200);
        }
    }

    @Test
    void whatIsNotNeededIsClosedAndBroughtBack() {
        try (LoggedInClient browser = LoggedInClient.of(site.home())) {
            assertTrue(row(shell("lockdown --dry-run felix-console"), "would").contains("org.apache.karaf.webconsole.console"));
            shell("lockdown --apply felix-console");
            try {
                assertEquals(404, browser.status("system/console/bundles"));
                assertTrue(site.home().refusedShell("lockdown --apply default").contains("never closes it"));
            } finally {
                assertTrue(shell("lockdown --undo").contains("runs again"));
            }
            Poll.until(SOON, "it is there again", () -> browser.status("system/console/bundles") != 404);
            assertTrue(site.home().refusedShell("lockdown --undo").contains("nothing to undo"));
            Poll.until(SOON, "an event tells who", () -> site.home().events().contains("Admin/70"));
        }
    }

    private String send(Letter letter) throws IOException {
        SmtpReply reply = letter.send(site.relayPort(), "alice@example.com", "carol@one.test");
        Matcher id = QUEUE_ID.matcher(reply.text());
        assertTrue(id.find(), reply.toString());
        return id.group();
    }

    private String shell(String command) {
        return site.home().shell(command);
    }

    private static String row(String table, String name) {
        return table.lines().filter(line -> line.startsWith(name)).findFirst().orElse("");
    }
}
