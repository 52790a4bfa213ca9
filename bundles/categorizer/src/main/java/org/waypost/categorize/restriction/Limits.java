package org.waypost.categorize.restriction;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerEvent;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.Rejections;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.event.EventLog;
import org.waypost.text.Counted;

/**
 * How large a message and how many its recipients may be. A size is in KB of 1,024 octets; what is exactly at a
 * limit passes. No value, or 0, is no limit.
 */
public final class Limits {
    private static final int KILOBYTE = 1_024;
    private static final int DIGITS = 10;

    private final Supplier<CategorizerSettings> settings;
    private final EventLog events;

    public Limits(Supplier<CategorizerSettings> settings, EventLog events) {
        this.settings = settings;
        this.events = events;
    }

    /**
     * What the sender may send.
     *
     * @param recipients as the sender named them: a group counts as one, as its members come later
     * @return why not; empty if it may
     */
    public Optional<Verdict> ofSender(Sender sender, long size, int recipients) {
        long largest = kilobytes(sender.entry(), "submissionContLength");
        if (size > largest) {
            return Optional.of(Rejections.tooLarge("The message has " + size + " octets; its sender may send " + largest));
        }
        long most = number(sender.entry(), "msExchRecipLimit").orElse(settings.get().recipientLimit());
        return most > 0 && recipients > most
                ? Optional.of(Rejections.tooManyRecipients("The message has " + Counted.of(recipients, "recipient")
                        + "; its sender may name " + most))
                : Optional.empty();
    }

    /** What the recipient takes. @return why not; empty if it does */
    public Optional<Verdict> ofRecipient(DirectoryRecipient recipient, long size) {
        long largest = kilobytes(Optional.of(recipient), "delivContLength");
        return size > largest
                ? Optional.of(Rejections.tooLarge("The message has " + size + " octets; the recipient takes " + largest))
                : Optional.empty();
    }

    private long kilobytes(Optional<DirectoryRecipient> who, String attribute) {
        long limit = number(who, attribute).orElse(0);
        return limit > 0 ? limit * KILOBYTE : Long.MAX_VALUE;
    }

    private OptionalLong number(Optional<DirectoryRecipient> who, String attribute) {
        Optional<String> text = who.flatMap(known -> known.entry().value(attribute));
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("\\d{1," + DIGITS + "}")) {
            events.report(CategorizerEvent.BAD_VALUE, who.get().dn(), attribute, text.get(), "a whole number, 0 or more");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }
}
