package org.waypost.admin.shell.tracking;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

/** Tracking events, printed. */
final class TrackView {
    private static final int MOST_SHOWN = 3;

    private TrackView() {
    }

    static void list(List<TrackingEvent> events, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonText.of(events.stream().map(TrackJson::of).toList()));
            return;
        }
        Table table = new Table("Nothing found.")
                .whole("Time", "Event", "Id").texts("From", "To", "Host", "Text").spare("Host", "From");
        events.forEach(event -> table.row(Text.time(Optional.of(event.time())), event.kind(), event.message(),
                sender(event), recipients(event), Text.orDash(host(event)), Text.orDash(event.text())));
        table.print(out);
    }

    /** @param events at least one, in the order of time */
    static void history(List<TrackingEvent> events, boolean json, PrintStream out) {
        if (json) {
            list(events, true, out);
            return;
        }
        TrackingEvent first = events.get(0);
        out.println("Id          " + first.message());
        out.println("From        " + sender(first));
        events.stream().map(TrackingEvent::header).filter(header -> !header.isEmpty()).findFirst()
                .ifPresent(header -> out.println("Message-ID  " + Text.plain(header)));
        out.println("Size        " + Text.size(first.size()));
        out.println("Begins      " + Text.time(Optional.of(first.time())));
        events.forEach(event -> line(event, first, out));
    }

    private static void line(TrackingEvent event, TrackingEvent first, PrintStream out) {
        String after = "+" + after(Duration.between(first.time(), event.time()));
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%10s  %-19s ", after, event.kind()));
        line.append(event.message().equals(first.message()) ? "" : "[" + event.message() + "] ").append(recipients(event));
        add(line, event.kind() == TrackingKind.RECEIVED ? ", from " : ", at ", host(event));
        add(line, ", ", event.tls());
        add(line, ", queue ", event.queue());
        add(line, ", as ", event.related().map(MessageId::toString).orElse(""));
        add(line, ": ", event.text());
        out.println(Text.plain(line.toString()));
    }

    private static void add(StringBuilder line, String before, String text) {
        line.append(text.isEmpty() ? "" : before + text);
    }

    /** To the millisecond where that says something. */
    private static String after(Duration time) {
        return time.toSeconds() < 60 ? String.format(Locale.ROOT, "%d.%03ds", time.toSeconds(), time.toMillisPart()) : Text.length(time);
    }

    private static String sender(TrackingEvent event) {
        return "<" + Text.plain(event.sender().map(Object::toString).orElse("")) + ">";
    }

    private static String recipients(TrackingEvent event) {
        int all = event.recipients().size();
        String shown = String.join(", ", event.recipients().stream().limit(MOST_SHOWN).map(Object::toString).toList());
        return Text.orDash(shown + (all > MOST_SHOWN ? " and " + (all - MOST_SHOWN) + " more" : ""));
    }

    private static String host(TrackingEvent event) {
        String address = event.remoteAddress().isEmpty() ? "" : "[" + event.remoteAddress() + "]";
        return event.remoteHost() + (event.remoteHost().isEmpty() || address.isEmpty() ? "" : " ") + address;
    }
}
