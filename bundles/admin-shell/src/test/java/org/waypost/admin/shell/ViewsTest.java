package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.MessagePreview;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessagePage;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.smtp.VirtualServerStatus;

class ViewsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final QueueStatus RETRYING = new QueueStatus("smtp:example.net", QueueState.RETRY, 3, 3_000_000,
            Optional.of(NOW.minusSeconds(7_260)), Optional.of(NOW.plusSeconds(303)), 0, "421 \u001b[2Jgo\r\naway");

    @Test
    void aQueueShowsItsLastReasonAndNextRetry() {
        String shown = print(out -> new QueueTable(NOW).show(RETRYING, out));
        assertTrue(shown.contains("2026-01-01 12:05:03Z (in 5m 3s)"), shown);
        assertTrue(shown.contains("421 ?[2Jgo??away"), shown);
        assertTrue(shown.contains("2h 1m ago"), shown);
        String listed = print(out -> new QueueTable(NOW).list(List.of(RETRYING), out));
        assertTrue(listed.contains("RETRY") && listed.contains("2.9 MiB") && listed.contains("in 5m 3s")
                && listed.contains("421 ?[2Jgo??away"), listed);
    }

    @Test
    void anEmptyListSaysSo() {
        assertTrue(print(out -> new QueueTable(NOW).list(List.of(), out)).contains("No queues."));
    }

    @Test
    void aMessageShowsEachRecipientWithReasonAndRetry() {
        String shown = print(out -> new MessageView(NOW).show(message(), out));
        assertTrue(shown.contains("<alice@example.com>") && shown.contains("virtual server main from 192.0.2.1:4711"), shown);
        assertTrue(shown.contains("bob@example.net") && shown.contains("smtp:example.net") && shown.contains("in 1m 0s")
                && shown.contains("451 later"), shown);
        assertTrue(shown.contains("carol@example.net") && shown.contains("frozen"), shown);
        String listed = print(out -> new MessageView(NOW).list(new MessagePage(List.of(message()), Optional.of(new MessageId(42))), out));
        assertTrue(listed.contains("RETRY") && listed.trim().endsWith("--after " + new MessageId(42)), listed);
        assertEquals(2, listed.lines().filter(line -> line.contains("<alice@example.com>")).count(), listed);
    }

    @Test
    void aPreviewCannotSteerTheTerminal() {
        MessagePreview preview = new MessagePreview(new MessageId(42), 70_000, List.of(new MessagePreview.Field("Subject", "a\u001b[2Jb")),
                "text/plain", "one\r\n\u001b]0;x\u0007two\n", true);
        String shown = print(out -> MessageView.preview(preview, out));
        assertTrue(shown.contains("Subject: a?[2Jb") && shown.contains("one" + System.lineSeparator() + "?]0;x?two")
                && shown.contains("68.4 KiB in all"), shown);
        String none = print(out -> MessageView.preview(new MessagePreview(new MessageId(42), 7, List.of(), "", "", false), out));
        assertTrue(none.contains("No text was found"), none);
    }

    @Test
    void messagesAreJsonWithTheIdThatGoesOn() {
        String json = JsonText.of(MessageJson.of(new MessagePage(List.of(message()), Optional.of(new MessageId(42)))));
        assertTrue(json.contains("\"next\": \"" + new MessageId(42)) && json.contains("\"state\": \"RETRY\""), json);
    }

    @Test
    void problemsOfAServerStandBelowTheTable() {
        String listed = print(out -> ServerTable.list(List.of(new VirtualServerStatus("main", "STARTED",
                List.of("127.0.0.1:2525", "[::1]:2525"), 7, List.of("Port 25 is taken."))), out));
        assertTrue(listed.contains("127.0.0.1:2525, [::1]:2525"), listed);
        assertTrue(listed.endsWith("main: Port 25 is taken." + System.lineSeparator()), listed);
    }

    @Test
    void lengthsAndSizesHaveTwoUnitsAtMost() {
        assertEquals("0s", Text.length(Duration.ofSeconds(-5)));
        assertEquals("59s", Text.length(Duration.ofSeconds(59)));
        assertEquals("2d 3h", Text.length(Duration.ofHours(51).plusMinutes(59)));
        assertEquals("1023 B", Text.size(1023));
        assertEquals("1.0 KiB", Text.size(1024));
        assertEquals("100.0 MiB", Text.size(100L << 20));
        assertEquals("5000.0 GiB", Text.size(5000L << 30));
        assertEquals("now", Text.until(Optional.of(NOW), NOW));
        assertEquals("-", Text.until(Optional.empty(), NOW));
    }

    @Test
    void aRefusalIsItsSentence() throws Refusal {
        assertEquals("yes", Refusal.orValue(new Answer.Ok<>("yes")));
        Refusal refusal = assertThrows(Refusal.class, () -> Refusal.orValue(new Answer.Refused<>("There is no queue x.")));
        assertEquals("There is no queue x.", refusal.getNiceHelp());
        assertFalse(new Refusal("a\u001bb").getNiceHelp().contains("\u001b"));
    }

    private static QueuedMessage message() {
        Message m = new Message(new MessageId(42), new ContentId(42), 2048, Optional.of(Address.of("alice@example.com")),
                NOW.minusSeconds(60), BodyType.EIGHT_BIT_MIME, false, Optional.empty(), Optional.of("env"),
                new Origin("main", "192.0.2.1:4711", "ESMTP", ""));
        return new QueuedMessage(m, List.of(
                place(0, "bob@example.net", new Recipient.Progress(Recipient.State.WAITING, 2, NOW.plusSeconds(60), false, false, "451 later")),
                place(1, "carol@example.net", new Recipient.Progress(Recipient.State.WAITING, 0, Instant.EPOCH, true, false, ""))));
    }

    private static QueuedMessage.Place place(int number, String address, Recipient.Progress progress) {
        return new QueuedMessage.Place(new Recipient(number, Recipient.NO_PARENT, Address.of(address), Optional.empty(),
                Set.of(), progress), "smtp:example.net", QueueState.RETRY);
    }

    private static String print(Consumer<PrintStream> view) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        view.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
