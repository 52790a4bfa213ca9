package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;

/**
 * A message that a recipient goes on in alone, because reports about those it stands for go elsewhere
 * (bifurcation). It shares the content, and knows the recipients that it comes from, so that a circle of
 * groups is found across copies too. The sender's wishes about reports (ORCPT, NOTIFY, RET, ENVID) end here.
 *
 * @param sender the new reverse-path; empty for the null one
 * @param addresses at least one
 */
record Copy(Lineage lineage, Optional<Address> sender, List<Address> addresses) {
    NewMessage under(MessageId id) {
        Message m = lineage.entry().message();
        String before = m.sender().map(Address::toString).orElse("");
        Message copy = new Message(id, m.content(), m.size(), sender, m.arrived(), m.body(), m.international(),
                Optional.empty(), Optional.empty(), m.origin().copied(before));
        return new NewMessage(copy, rows(), new Content.Shared(m.content(), m.size()));
    }

    private List<Recipient> rows() {
        List<Recipient> rows = new ArrayList<>();
        lineage.ancestors().forEach(ancestor -> rows.add(origin(ancestor)));
        Recipient parent = lineage.recipient();
        rows.add(origin(parent));
        int next = rows.stream().mapToInt(Recipient::number).max().orElse(0) + 1;
        for (Address address : addresses) {
            rows.add(new Recipient(next++, parent.number(), address, Optional.empty(), Set.of(), Progress.NEW));
        }
        return rows;
    }

    private static Recipient origin(Recipient row) {
        Progress expanded = new Progress(Recipient.State.EXPANDED, 0, Instant.EPOCH, false, false, "");
        return new Recipient(row.number(), row.parent(), row.address(), Optional.empty(), Set.of(), expanded);
    }
}
