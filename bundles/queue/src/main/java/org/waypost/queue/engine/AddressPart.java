package org.waypost.queue.engine;

import java.util.Locale;
import org.waypost.mail.Address;

/**
 * A part of addresses as people read them, without regard to case, made ready to be held against a million of them: it makes no
 * text of an address.
 */
final class AddressPart {
    private final String text;
    private final String beforeAt;
    private final String afterAt;

    AddressPart(String part) {
        text = part.toLowerCase(Locale.ROOT);
        int at = text.indexOf('@');
        beforeAt = at < 0 ? text : text.substring(0, at);
        afterAt = at < 0 ? null : text.substring(at + 1);
    }

    boolean isIn(Address address) {
        if (afterAt == null) {
            return has(address.local()) || address.domain().contains(text);
        }
        return address.domain().startsWith(afterAt) && !address.domain().isEmpty() && endsWithIt(address.local())
                || address.local().indexOf('@') >= 0 && address.toString().toLowerCase(Locale.ROOT).contains(text);
    }

    private boolean endsWithIt(String local) {
        return local.regionMatches(true, local.length() - beforeAt.length(), beforeAt, 0, beforeAt.length());
    }

    private boolean has(String local) {
        for (int start = 0; start <= local.length() - text.length(); start++) {
            if (local.regionMatches(true, start, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }
}
