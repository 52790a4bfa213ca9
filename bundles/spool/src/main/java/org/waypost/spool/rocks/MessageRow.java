package org.waypost.spool.rocks;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.ReturnContent;

/**
 * A message's row. Format version 4; version 1 had no user, version 2 no originator, version 3 no server.
 *
 * @param inFile whether its content is a file rather than a row
 */
record MessageRow(Message message, boolean inFile) {
    private static final int VERSION = 4;

    byte[] toBytes() {
        RowWriter row = new RowWriter(VERSION).flag(inFile).number(message.content().value()).number(message.size());
        row.flag(message.sender().isPresent());
        message.sender().ifPresent(sender -> row.text(sender.local()).text(sender.domain()));
        row.number(message.arrived().getEpochSecond()).number(message.arrived().getNano());
        row.number(message.body().ordinal()).flag(message.international());
        row.flag(message.returnContent().isPresent());
        message.returnContent().ifPresent(content -> row.number(content.ordinal()));
        row.optionalText(message.envelopeId());
        Origin origin = message.origin();
        return row.text(origin.virtualServer()).text(origin.remoteAddress()).text(origin.protocol()).text(origin.user())
                .text(origin.originator()).text(origin.server()).toBytes();
    }

    static MessageRow of(long id, byte[] bytes) {
        RowReader row = new RowReader(bytes, VERSION);
        try {
            boolean inFile = row.flag();
            return new MessageRow(new Message(new MessageId(id), new ContentId(row.number()), row.number(), sender(row),
                    Instant.ofEpochSecond(row.number(), row.number()), BodyType.values()[row.index(BodyType.values().length)],
                    row.flag(), returnContent(row), row.optionalText(), origin(row)), inFile);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new DamagedRowException("message " + id + ": " + e.getMessage());
        }
    }

    private static Optional<Address> sender(RowReader row) {
        return row.flag() ? Optional.of(new Address(row.text(), row.text())) : Optional.empty();
    }

    private static Origin origin(RowReader row) {
        return new Origin(row.text(), row.text(), row.text(), row.version() < 2 ? "" : row.text(),
                row.version() < 3 ? "" : row.text(), row.version() < 4 ? "" : row.text());
    }

    private static Optional<ReturnContent> returnContent(RowReader row) {
        ReturnContent[] all = ReturnContent.values();
        return row.flag() ? Optional.of(all[row.index(all.length)]) : Optional.empty();
    }
}
