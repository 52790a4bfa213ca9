package org.waypost.format.smtp;

import java.util.Optional;
import org.waypost.mail.EnhancedStatus;

/** The enhanced status at the beginning of a reply's text (RFC 2034 4). */
final class StatusScanner {
    private StatusScanner() {}

    /** The status that the text begins with, if its class is that of the reply code. */
    static Optional<EnhancedStatus> leading(String text, int replyClass) {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        int first = word.indexOf('.');
        int second = word.indexOf('.', first + 1);
        if (first != 1 || second < 0 || word.charAt(0) - '0' != replyClass || replyClass == 3) {
            return Optional.empty();
        }
        int subject = number(word, first + 1, second);
        int detail = number(word, second + 1, word.length());
        return subject < 0 || detail < 0 ? Optional.empty()
                : Optional.of(new EnhancedStatus(replyClass, subject, detail));
    }

    /** One to three digits without a needless zero (RFC 3463 2), or -1. */
    private static int number(String text, int from, int to) {
        if (to == from || to - from > 3 || to - from > 1 && text.charAt(from) == '0') {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    static String without(String text, String status) {
        if (!text.startsWith(status)) {
            return text;
        }
        String rest = text.substring(status.length());
        return rest.isEmpty() ? "" : rest.charAt(0) == ' ' ? rest.substring(1) : text;
    }
}
