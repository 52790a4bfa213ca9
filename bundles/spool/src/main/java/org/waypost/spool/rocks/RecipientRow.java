package org.waypost.spool.rocks;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.waypost.mail.Address;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;

/** A recipient's row. Format version 1. */
final class RecipientRow {
    private static final int VERSION = 1;
    private static final Notify[] NOTIFY = Notify.values();
    private static final Recipient.State[] STATES = Recipient.State.values();

    private RecipientRow() {
    }

    static byte[] toBytes(Recipient recipient) {
        int notify = recipient.notifyOn().stream().mapToInt(when -> 1 << when.ordinal()).sum();
        Recipient.Progress progress = recipient.progress();
        return new RowWriter(VERSION).number(recipient.parent() + 1L)
                .text(recipient.address().local()).text(recipient.address().domain())
                .optionalText(recipient.original()).octet(notify)
                .number(progress.state().ordinal()).number(progress.attempts())
                .number(progress.due().getEpochSecond()).number(progress.due().getNano())
                .flag(progress.frozen()).flag(progress.delayReported()).text(progress.lastReason()).toBytes();
    }

    static Recipient of(int number, byte[] bytes) {
        RowReader row = new RowReader(bytes, VERSION);
        try {
            int parent = (int) row.number() - 1;
            return new Recipient(number, parent, new Address(row.text(), row.text()), row.optionalText(), notify(row.octet()),
                    new Recipient.Progress(STATES[row.index(STATES.length)], (int) row.number(),
                            Instant.ofEpochSecond(row.number(), row.number()), row.flag(), row.flag(), row.text()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new DamagedRowException("recipient " + number + ": " + e.getMessage());
        }
    }

    private static Set<Notify> notify(int bits) {
        Set<Notify> notify = EnumSet.noneOf(Notify.class);
        for (Notify when : NOTIFY) {
            if ((bits & 1 << when.ordinal()) != 0) {
                notify.add(when);
            }
        }
        return notify;
    }
}
