package org.waypost.eventlog.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waypost.event.LoggedEvent;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;

/** Makes the message that tells of events. It has the null reverse-path, so that it never comes back as a DSN. */
final class EventMail {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private EventMail() {
    }

    /**
     * @param id fresh
     * @param events at least one
     * @param further how many more there were
     */
    static NewMessage of(MessageId id, Address to, String hostName, List<LoggedEvent> events, long further, Instant now) {
        String text = header(id, to, hostName, events, further, now) + body(events, further);
        Content.Inline content = new Content.Inline(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
        Message message = new Message(id, new ContentId(id.value()), content.size(), Optional.empty(), now, BodyType.SEVEN_BIT,
                false, Optional.empty(), Optional.empty(), Origin.HERE);
        Recipient recipient = new Recipient(0, Recipient.NO_PARENT, to, Optional.empty(), Set.of(), Recipient.Progress.NEW);
        return new NewMessage(message, List.of(recipient), content);
    }

    private static String header(MessageId id, Address to, String hostName, List<LoggedEvent> events, long further, Instant now) {
        LoggedEvent first = events.get(0);
        String subject = "[" + hostName + "] " + first.severity() + " " + first.source() + "/" + first.id()
                + (events.size() + further > 1 ? " and " + (events.size() + further - 1) + " more" : "");
        return String.join("\r\n", "Date: " + DATE.format(now), "From: Waypost <postmaster@" + hostName + ">", "To: <" + to + ">",
                "Subject: " + subject.replaceAll("[^ -~]", "?"), "Message-ID: <" + id + ".event@" + hostName + ">",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64", "", "");
    }

    private static String body(List<LoggedEvent> events, long further) {
        StringBuilder text = new StringBuilder();
        for (LoggedEvent event : events) {
            text.append(event.time()).append(' ').append(event.severity()).append(' ').append(event.source()).append('/')
                    .append(event.id()).append(' ').append(event.category()).append(":\r\n  ").append(event.text()).append("\r\n\r\n");
        }
        if (further > 0) {
            text.append("And ").append(further).append(" more; event:list shows them.\r\n");
        }
        return Base64.getMimeEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }
}
