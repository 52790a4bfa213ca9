package org.waypost.mail;

import java.util.Locale;
import java.util.Objects;

/**
 * A mailbox address of an envelope, its grammar already checked. Domains compare without regard to
 * case and are kept in lower case; local parts keep theirs.
 *
 * @param local the local part without quoting; never empty
 * @param domain in lower case, an address literal in brackets, or empty for the bare
 *     {@code Postmaster} of RFC 5321 4.5.1
 */
public record Address(String local, String domain) {
    public Address {
        if (local.isEmpty()) {
            throw new IllegalArgumentException("empty local part");
        }
        domain = domain.toLowerCase(Locale.ROOT);
    }

    /**
     * Splits at the last {@code @} and checks no grammar: for text that Waypost wrote itself.
     *
     * @throws IllegalArgumentException if there is no local part
     */
    public static Address of(String text) {
        int at = Objects.requireNonNull(text).lastIndexOf('@');
        return at < 0 ? new Address(text, "") : new Address(text.substring(0, at), text.substring(at + 1));
    }

    /** Whether a character of it needs SMTPUTF8 (RFC 6531). */
    public boolean isInternational() {
        return !(isAscii(local) && isAscii(domain));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** As text for logs and people; the local part is not quoted. */
    @Override
    public String toString() {
        return domain.isEmpty() ? local : local + "@" + domain;
    }
}
