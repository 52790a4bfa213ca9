package org.waypost.delivery.maildir.recipients;

import java.util.Locale;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;

/** How addresses are looked up: in lower case, {@code alice} for any local domain or {@code alice@example.com} for one. */
final class Keys {
    private Keys() {
    }

    static String of(Address address) {
        return address.toString().toLowerCase(Locale.ROOT);
    }

    static String local(String key) {
        int at = key.lastIndexOf('@');
        return at < 0 ? key : key.substring(0, at);
    }

    /** An address, or a local name, which has the domain "". */
    static Parsed<Address> parse(String text) {
        if (text.indexOf('@') >= 0) {
            return AddressFormat.parse(text, true);
        }
        Parsed<Address> withDomain = AddressFormat.parse(text + "@localhost", true);
        return withDomain instanceof Parsed.Ok<Address> ok ? new Parsed.Ok<>(new Address(ok.value().local(), "")) : withDomain;
    }
}
