package org.waypost.eventlog;

import java.time.Duration;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** The one line of a recipient and its outcome: {@code key=value} pairs in a fixed order, to be searched by grep. */
final class OutcomeLine {
    private static final int MAX_ADDRESS = 400;
    private static final int MAX_WORD = 300;
    private static final int MAX_REPLY = 600;

    private OutcomeLine() {
    }

    static String of(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        StringBuilder line = new StringBuilder(300);
        line.append("id=").append(message.id());
        address(line.append(" from="), message.sender().map(Address::toString).orElse(""));
        address(line.append(" to="), recipient.address().toString());
        recipient.original().ifPresent(original -> address(line.append(" orig="), original));
        Escape.word(line.append(" hop="), hop, MAX_WORD);
        line.append(" status=").append(outcome.status()).append(" result=").append(word(outcome.kind()));
        seconds(line.append(" delay="), delay);
        line.append(" size=").append(message.size());
        Escape.word(line.append(" remote="), outcome.remote().isEmpty() ? "-" : outcome.remote(), MAX_WORD);
        Escape.quoted(line.append(" reply="), outcome.text(), MAX_REPLY);
        return line.toString();
    }

    private static void address(StringBuilder line, String address) {
        Escape.word(line.append('<'), address, MAX_ADDRESS);
        line.append('>');
    }

    /** Words that people search for; they never change. */
    private static String word(Outcome.Kind kind) {
        return switch (kind) {
            case DELIVERED -> "delivered";
            case PASSED_ON -> "passed-on";
            case RELAYED -> "relayed";
            case DEFERRED -> "deferred";
            case FAILED -> "failed";
        };
    }

    private static void seconds(StringBuilder line, Duration delay) {
        long millis = Math.max(0, delay.toMillis());
        long rest = millis % 1000;
        line.append(millis / 1000).append('.').append(rest < 100 ? "0" : "").append(rest < 10 ? "0" : "").append(rest);
    }
}
