package org.waypost.format.smtp;

import org.waypost.format.text.Characters;
import org.waypost.mail.Address;

/** Mailbox addresses as text (RFC 5321 4.1.2), without angle brackets. */
public final class AddressFormat {
    private AddressFormat() {}

    /**
     * Reads a mailbox such as {@code a@example.com}, {@code "a b"@[192.0.2.1]}, or the bare {@code postmaster}.
     *
     * @param international whether it may go beyond ASCII
     */
    public static Parsed<Address> parse(String mailbox, boolean international) {
        AddressScanner scanner = new AddressScanner(mailbox, 0, international);
        if (!scanner.mailbox()) {
            return new Parsed.Bad<>(scanner.problem());
        }
        return scanner.atEnd() ? new Parsed.Ok<>(scanner.address()) : new Parsed.Bad<>("Garbage after the address");
    }

    /**
     * Writes what {@link #parse} reads; the local part is quoted where it must be. A control character,
     * which no parsed address has, becomes {@code ?}.
     */
    public static String write(Address a) {
        String local = Characters.oneLine(a.local());
        String written = isDotString(local) ? local : quote(local);
        return a.domain().isEmpty() ? written : written + "@" + Characters.oneLine(a.domain());
    }

    /** Whether the text is a domain or an address literal in brackets: what EHLO wants (RFC 5321 4.1.1.1). */
    public static boolean isDomain(String text, boolean international) {
        if (Characters.octets(text) > DomainGrammar.MAX_OCTETS) {
            return false;
        }
        return text.startsWith("[") ? text.endsWith("]") && DomainGrammar.isLiteral(text.substring(1, text.length() - 1))
                : DomainGrammar.isDomain(text, international);
    }

    private static boolean isDotString(String local) {
        boolean afterDot = true;
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '.' ? afterDot : c < 0x80 && !AddressScanner.isAsciiAtom(c)) {
                return false;
            }
            afterDot = c == '.';
        }
        return !afterDot;
    }

    private static String quote(String local) {
        StringBuilder quoted = new StringBuilder(local.length() + 4).append('"');
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
