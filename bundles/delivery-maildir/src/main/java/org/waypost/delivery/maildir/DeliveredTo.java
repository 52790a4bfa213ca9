package org.waypost.delivery.maildir;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.mail.Address;

/** The Delivered-To field, which keeps a message from coming to one address twice. */
final class DeliveredTo {
    private static final String NAME = "delivered-to:";

    private DeliveredTo() {
    }

    /** The field's value for a recipient: without the mark of an alias that names itself. */
    static String value(Address recipient) {
        boolean marked = recipient.local().length() > 1 && recipient.local().charAt(0) == '\\';
        return AddressFormat.write(marked ? new Address(recipient.local().substring(1), recipient.domain()) : recipient);
    }

    /** The values, in lower case, in the header fields of the content's beginning. */
    static Set<String> values(ByteBuffer content) {
        Set<String> values = new HashSet<>();
        int at = content.position();
        while (at < content.limit()) {
            int end = lineEnd(content, at);
            if (isEmpty(content, at, end)) {
                break;
            }
            value(content, at, end).ifPresent(values::add);
            at = end + 1;
        }
        return values;
    }

    private static int lineEnd(ByteBuffer content, int from) {
        int at = from;
        while (at < content.limit() && content.get(at) != '\n') {
            at++;
        }
        return at;
    }

    private static boolean isEmpty(ByteBuffer content, int from, int end) {
        return from == end || end == from + 1 && content.get(from) == '\r';
    }

    private static Optional<String> value(ByteBuffer content, int from, int end) {
        for (int i = 0; i < NAME.length(); i++) {
            if (from + i >= end || Character.toLowerCase((char) content.get(from + i)) != NAME.charAt(i)) {
                return Optional.empty();
            }
        }
        byte[] value = new byte[end - from - NAME.length()];
        content.get(from + NAME.length(), value);
        return Optional.of(new String(value, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT));
    }
}
