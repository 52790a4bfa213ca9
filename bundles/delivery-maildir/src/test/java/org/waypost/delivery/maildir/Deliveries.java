package org.waypost.delivery.maildir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.delivery.ContentSource;
import org.waypost.delivery.Delivery;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.routing.NextHop;

/** Deliveries from {@code sender@example.org}. */
final class Deliveries {
    private Deliveries() {
    }

    static Delivery of(ContentSource content, String... addresses) {
        return of(content, BodyType.EIGHT_BIT_MIME, Optional.of(Address.of("sender@example.org")), addresses);
    }

    /** The mailbox is the local part. */
    static Delivery of(ContentSource content, BodyType body, Optional<Address> sender, String... addresses) {
        Message message = new Message(new MessageId(7), new ContentId(7), content.size(), sender, Instant.EPOCH, body, false,
                Optional.empty(), Optional.empty(), Origin.HERE);
        List<Delivery.Target> targets = new ArrayList<>();
        for (String text : addresses) {
            Address address = Address.of(text);
            targets.add(new Delivery.Target(new Recipient(targets.size(), Recipient.NO_PARENT, address, Optional.empty(),
                    Set.of(), Recipient.Progress.NEW), address.local().replace("\\", "")));
        }
        return new Delivery(message, new NextHop.Local("maildir"), targets, content);
    }
}
