package org.waypost.admin.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.waypost.admin.MessagePreview;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessagePage;
import org.waypost.queue.QueuedMessage;

/** Messages as a table, a row for each recipient, and one message in full. */
final class MessageView {
    private final Instant now;

    MessageView(Instant now) {
        this.now = now;
    }

    void list(MessagePage page, PrintStream out) {
        Table table = new Table("No messages.").whole("Id").numbers("Age", "Size").texts("From", "To").whole("Queue", "State", "Next retry")
                .texts("Last reason").spare("Size", "Next retry", "From", "Age");
        page.messages().forEach(m -> m.recipients().forEach(place -> addRow(table, m.message(), place)));
        table.print(out);
        page.next().ifPresent(id -> out.println("There may be more: --after " + id));
    }

    /** Line by line, so that nothing of it steers the terminal. */
    static void preview(MessagePreview preview, PrintStream out) {
        preview.fields().forEach(field -> out.println(Text.plain(field.name() + ": " + field.value())));
        out.println();
        if (preview.part().isEmpty()) {
            out.println("No text was found in it.");
        } else {
            preview.text().lines().forEach(line -> out.println(Text.plain(line)));
        }
        if (preview.cut()) {
            out.println("(" + Text.size(preview.size()) + " in all; only the beginning was read.)");
        }
    }

    private void addRow(Table table, Message m, QueuedMessage.Place place) {
        Recipient.Progress progress = place.recipient().progress();
        table.row(m.id(), Text.length(Duration.between(m.arrived(), now)), Text.size(m.size()), sender(m), place.recipient().address(),
                place.queue(), place.state(), due(progress), Text.orDash(progress.lastReason()));
    }

    void show(QueuedMessage queued, PrintStream out) {
        Message m = queued.message();
        out.println("Id          " + m.id());
        out.println("From        " + sender(m));
        out.println("Size        " + Text.size(m.size()) + ", " + m.body().keyword() + (m.international() ? ", SMTPUTF8" : ""));
        out.println("Accepted    " + Text.time(Optional.of(m.arrived())) + " ("
                + Text.length(Duration.between(m.arrived(), now)) + " ago)");
        out.println("By          " + origin(m));
        m.envelopeId().ifPresent(id -> out.println("ENVID       " + Text.plain(id)));
        Table table = new Table("No recipients left.").texts("To").whole("Queue", "State", "Next retry").texts("Last reason")
                .numbers("Attempts").spare("Attempts", "Next retry");
        queued.recipients().forEach(place -> addRecipient(table, place));
        table.print(out);
    }

    private void addRecipient(Table table, QueuedMessage.Place place) {
        Recipient.Progress progress = place.recipient().progress();
        table.row(place.recipient().address(), place.queue(), place.state(), due(progress), Text.orDash(progress.lastReason()),
                progress.attempts());
    }

    private String due(Recipient.Progress progress) {
        if (progress.frozen()) {
            return "frozen";
        }
        return Text.until(Optional.of(progress.due()).filter(due -> due.isAfter(Instant.EPOCH)), now);
    }

    private static String sender(Message message) {
        return "<" + Text.plain(message.sender().map(Address::toString).orElse("")) + ">";
    }

    private static String origin(Message m) {
        if (m.origin().virtualServer().isEmpty()) {
            return "this server";
        }
        return "virtual server " + Text.plain(m.origin().virtualServer()) + " from " + Text.plain(m.origin().remoteAddress())
                + " by " + Text.plain(m.origin().protocol());
    }
}
