package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpReply;
import org.waypost.itests.harness.Strace;
import org.waypost.itests.harness.StraceLog;
import org.waypost.itests.harness.StraceLog.Call;

/**
 * What the system calls say about durability: the spool's log, and the file and folder of a large
 * content, are synced between the end of data and its 250; the Maildir file and its name are synced
 * before the message leaves the spool. One message at a time, so that the order is plain.
 */
class StraceIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern QUEUE_ID = Pattern.compile("\\b[0-9A-HJ-NP-TV-Z]{13}\\b");
    private static final String SPOOL = "/data/spool/";
    private static final String MAILBOX = "/data/mail/alice/";
    private static final int LARGE = 400 * 1024;

    @Test
    void syncsComeBeforeReplyAndBeforeRemoval() throws IOException {
        List<String> small = new ArrayList<>();
        String large;
        StraceLog log;
        try (Site site = Site.prepare("strace").start();
                Strace strace = Strace.attach(site.home().folder(), site.home().process().pid());
                RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            for (int i = 0; i < 3; i++) {
                small.add(deliver(site, server, Letter.write()));
            }
            large = deliver(site, server, Letter.write(("x".repeat(76) + "\r\n").repeat(LARGE / 78)));
            log = strace.finish();
        }
        for (String id : small) {
            assertLogSyncedBeforeReply(log, id);
        }
        assertLogSyncedBeforeReply(log, large);
        assertContentSyncedBeforeReply(log, large);
        small.add(large);
        for (int i = 0; i < small.size(); i++) {
            assertMailboxSyncedBeforeRemoval(log, small.get(i), i + 1 < small.size() ? end(log, small.get(i + 1)) : Integer.MAX_VALUE);
        }
    }

    /** Sends a message and waits until it is in the mailbox and out of the spool. */
    private static String deliver(Site site, RawSmtp server, Letter letter) throws IOException {
        SmtpReply reply = letter.send(server, "writer@client.test", "alice@example.com");
        Matcher id = QUEUE_ID.matcher(reply.text());
        assertTrue(id.find(), reply.toString());
        site.home().maildir("alice").await(SOON, letter.token());
        Poll.until(SOON, id.group() + " leaves the spool", () -> !site.home().shell("message:list").contains(id.group()));
        return id.group();
    }

    private static void assertLogSyncedBeforeReply(StraceLog log, String id) {
        assertTrue(log.between(begin(log, id), end(log, id), call -> call.syncs(SPOOL) && call.arguments().contains(".log>")),
                "the log is synced between 354 and the 250 of " + id);
    }

    private static void assertContentSyncedBeforeReply(StraceLog log, String id) {
        List<Call> synced = log.calls().stream().filter(call -> call.begin() > begin(log, id) && call.end() < end(log, id))
                .filter(call -> call.syncs(SPOOL) && !call.arguments().contains(".log>")).toList();
        assertTrue(synced.stream().anyMatch(file -> synced.stream().anyMatch(folder -> isFolderOf(folder, file))),
                "content file and folder are synced before the 250 of " + id + ": " + synced);
    }

    private static boolean isFolderOf(Call folder, Call file) {
        String folderPath = path(folder);
        String filePath = path(file);
        return filePath.startsWith(folderPath + "/") && filePath.indexOf('/', folderPath.length() + 1) < 0;
    }

    private static void assertMailboxSyncedBeforeRemoval(StraceLog log, String id, int next) {
        Call moved = log.firstAfter(end(log, id), call -> call.renames() && call.arguments().contains(MAILBOX)).orElseThrow();
        String temporary = moved.arguments().replaceFirst("(?s).*?\"([^\"]*/tmp/[^\"]*)\".*", "$1");
        assertTrue(log.between(begin(log, id), moved.begin(), call -> call.syncs(temporary)), "synced before its move: " + moved);
        Call name = log.firstAfter(moved.end(), call -> call.syncs(MAILBOX) && call.arguments().contains("/new>")).orElseThrow();
        assertTrue(log.between(name.end(), next, call -> call.writes() && call.arguments().contains(SPOOL)),
                "the spool forgets " + id + " after its name in the mailbox is synced");
        assertTrue(name.begin() < next, "synced before the next message came");
    }

    /** The write of the last 354 before the 250 with the queue id. */
    private static int begin(StraceLog log, String id) {
        int end = end(log, id);
        return log.calls().stream().filter(call -> call.begin() < end && call.writes() && call.arguments().contains("\"354 "))
                .mapToInt(Call::begin).max().orElseThrow();
    }

    private static int end(StraceLog log, String id) {
        return log.firstAfter(-1, call -> call.writes() && call.arguments().contains("\"250 ") && call.arguments().contains(id))
                .orElseThrow(() -> new AssertionError("no 250 with " + id)).begin();
    }

    private static String path(Call call) {
        return call.arguments().replaceFirst("(?s)^\\d+<([^>]*)>.*", "$1");
    }
}
