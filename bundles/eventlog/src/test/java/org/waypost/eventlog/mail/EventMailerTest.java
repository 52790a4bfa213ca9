package org.waypost.eventlog.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.event.EventType.Severity;
import org.waypost.event.LoggedEvent;
import org.waypost.eventlog.EventLogEvent;
import org.waypost.mail.Address;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.spool.MemorySpool;
import org.waypost.testkit.time.ManualClock;

class EventMailerTest {
    private static final Address TO = Address.of("admin@example.com");

    private final ManualClock clock = new ManualClock();
    private final MemorySpool spool = new MemorySpool(clock);
    private final List<String> failures = new ArrayList<>();
    private final EventMailer mailer = new EventMailer(settings("ERROR", "Queue/7"), clock, EventLogEvent.MAIL_FAILED,
            (to, events, cause) -> failures.add(to + " " + events));

    @Test
    void whatCameWithinAMinuteIsOneMail() throws Exception {
        mailer.bind(spool);
        mailer.logged(event("SMTP", 1, Severity.ERROR, "Gr\u00fc\u00dfe"));
        mailer.logged(event("Queue", 7, Severity.INFORMATION, "named"));
        mailer.logged(event("Queue", 8, Severity.WARNING, "not chosen"));
        mailer.logged(event("EventLog", 5, Severity.ERROR, "its own"));
        mailer.tick();
        assertEquals(0, messages().size(), "its minute is not over");
        clock.advance(EventMailer.GATHER);
        mailer.tick();
        mailer.tick();
        StoredMessage mail = messages().get(0);
        assertEquals(1, messages().size());
        assertEquals(TO, mail.recipients().get(0).address());
        assertEquals(Optional.empty(), mail.message().sender());
        String text = text(mail);
        assertTrue(text.contains("\r\nSubject: [mx.example.com] ERROR SMTP/1 and 1 more\r\n"), text);
        assertTrue(text.contains("\r\nAuto-Submitted: auto-generated\r\n") && text.startsWith("Date: Thu, 1 Jan 2026 00:01:00 +0000\r\n"), text);
        String body = new String(Base64.getMimeDecoder().decode(text.substring(text.indexOf("\r\n\r\n"))), StandardCharsets.UTF_8);
        assertTrue(body.contains("Gr\u00fc\u00dfe") && body.contains("named") && !body.contains("not chosen"), body);
        assertTrue(text.lines().allMatch(line -> line.length() <= 998));
    }

    @Test
    void anEventThatWasMailedIsQuietForAnHour() throws Exception {
        mailer.bind(spool);
        mail(event("SMTP", 1, Severity.ERROR, "x"));
        mail(event("SMTP", 1, Severity.ERROR, "y"));
        assertEquals(1, messages().size());
        mail(event("SMTP", 2, Severity.ERROR, "another event"));
        assertEquals(2, messages().size());
        clock.advance(EventMailer.QUIET);
        mail(event("SMTP", 1, Severity.ERROR, "z"));
        assertEquals(3, messages().size());
    }

    @Test
    void itWaitsForTheSpoolAndIsBounded() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            mailer.logged(event("SMTP", 1, Severity.ERROR, "x"));
        }
        clock.advance(EventMailer.GATHER);
        mailer.tick();
        mailer.bind(spool);
        mailer.end();
        assertTrue(text(messages().get(0)).contains("and 99999 more"));
    }

    @Test
    void aFullSpoolIsTold() throws Exception {
        mailer.bind(spool);
        spool.full(true);
        mail(event("SMTP", 1, Severity.ERROR, "x"));
        assertEquals(List.of("admin@example.com 1"), failures);
    }

    @Test
    void nobodyGetsMailWhereNobodyIsNamed() throws Exception {
        mailer.bind(spool);
        mailer.settings(new MailSettings(Optional.empty(), MailChoice.read(List.of("ERROR")).orElseThrow(), "mx"));
        mail(event("SMTP", 1, Severity.ERROR, "x"));
        assertEquals(0, messages().size());
    }

    @Test
    void aChoiceIsEventsAndASeverity() {
        assertEquals(Optional.empty(), MailChoice.read(List.of("SMTP")));
        assertEquals(Optional.empty(), MailChoice.read(List.of("SMTP/x")));
        assertTrue(MailChoice.read(List.of("smtp/1")).orElseThrow().holds(event("SMTP", 1, Severity.INFORMATION, "")));
        assertTrue(MailChoice.read(List.of("warning")).orElseThrow().holds(event("SMTP", 1, Severity.ERROR, "")));
    }

    private void mail(LoggedEvent event) {
        mailer.logged(event);
        clock.advance(EventMailer.GATHER);
        mailer.tick();
    }

    private List<StoredMessage> messages() throws Exception {
        return spool.list(Optional.empty(), 10).toCompletableFuture().get();
    }

    private String text(StoredMessage mail) throws Exception {
        var bytes = spool.read(mail.message().content(), 0, 100_000).toCompletableFuture().get();
        return StandardCharsets.US_ASCII.decode(bytes).toString();
    }

    private static MailSettings settings(String... choice) {
        return new MailSettings(Optional.of(TO), MailChoice.read(List.of(choice)).orElseThrow(), "mx.example.com");
    }

    private LoggedEvent event(String source, int id, Severity severity, String text) {
        return new LoggedEvent(clock.instant(), source, id, "", "Any", severity, 0, text, List.of(), 0);
    }
}
