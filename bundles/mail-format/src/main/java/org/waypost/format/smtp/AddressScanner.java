package org.waypost.format.smtp;

import java.util.Locale;
import org.waypost.format.text.Characters;
import org.waypost.mail.Address;

/**
 * Reads a mailbox or a path from a text, from left to right, in one pass (RFC 5321 4.1.2). Each
 * step answers whether it went well; when not, {@link #problem()} says why.
 */
final class AddressScanner {
    /** RFC 5321 4.5.3.1.1; measured without the quoting. */
    static final int MAX_LOCAL = 64;
    /** RFC 5321 4.5.3.1.3; with the angle brackets. */
    static final int MAX_PATH = 256;
    private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    private final String text;
    private final boolean international;
    private int at;
    private String local = "";
    private String domain = "";
    private boolean quoted;
    private String problem = "";

    AddressScanner(String text, int start, boolean international) {
        this.text = text;
        this.at = start;
        this.international = international;
    }

    int position() {
        return at;
    }

    String problem() {
        return problem;
    }

    Address address() {
        return new Address(local, domain);
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** A path in angle brackets that is not empty; a source route is checked and dropped (appendix C). */
    boolean path() {
        int start = at;
        if (!take('<')) {
            return bad("Address must be in angle brackets");
        }
        boolean routed = next() == '@';
        if (routed && !sourceRoute() || !mailbox()) {
            return false;
        }
        if (routed && isBare()) {
            return bad("Address has no domain");
        }
        if (!take('>')) {
            return bad("Address is not closed by an angle bracket");
        }
        return Characters.octets(text, start, at) <= MAX_PATH || bad("Path is longer than 256 octets");
    }

    boolean nullPath() {
        if (!text.startsWith("<>", at)) {
            return false;
        }
        at += 2;
        return true;
    }

    /** A mailbox, or the bare Postmaster of 4.1.1.3. */
    boolean mailbox() {
        quoted = next() == '"';
        if (!(quoted ? quotedString() : dotString())) {
            return false;
        }
        if (Characters.octets(local) > MAX_LOCAL) {
            return bad("Local part is longer than 64 octets");
        }
        if (take('@')) {
            return domain();
        }
        domain = "";
        return isPostmaster() || bad("Address has no domain");
    }

    private boolean isPostmaster() {
        return !quoted && local.equalsIgnoreCase("postmaster");
    }

    /** Whether what was read is the bare Postmaster. */
    boolean isBare() {
        return domain.isEmpty();
    }

    private boolean sourceRoute() {
        do {
            if (!take('@') || !domain()) {
                return bad("Malformed source route");
            }
        } while (take(','));
        return take(':') || bad("Malformed source route");
    }

    private boolean dotString() {
        int start = at;
        while (at < text.length() && (next() == '.' || isAtom(text.codePointAt(at)))) {
            if (next() == '.' && (at == start || text.charAt(at - 1) == '.')) {
                return bad("Misplaced dot in local part");
            }
            at += Character.charCount(text.codePointAt(at));
        }
        local = text.substring(start, at);
        if (local.isEmpty()) {
            return bad("Malformed local part");
        }
        return !local.endsWith(".") || bad("Misplaced dot in local part");
    }

    private boolean quotedString() {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && next() != '"') {
            boolean pair = take('\\');
            int c = next() < 0 ? next() : text.codePointAt(at);
            // RFC 6531 3.3 widens qtextSMTP to UTF-8, not quoted-pairSMTP.
            if (c < 0 || Characters.isUnsafe(c) || c >= 0x80 && (pair || !international)) {
                return bad(c >= 0x80 && !international ? "Non-ASCII address needs SMTPUTF8" : "Malformed quoted local part");
            }
            content.appendCodePoint(c);
            at += Character.charCount(c);
        }
        local = content.toString();
        return take('"') && !local.isEmpty() || bad("Malformed quoted local part");
    }

    private boolean domain() {
        boolean literal = next() == '[';
        int start = at;
        while (at < text.length() && (literal ? text.charAt(at) != ']' : !isDomainEnd(text.charAt(at)))) {
            at++;
        }
        if (literal) {
            return take(']') && DomainGrammar.isLiteral(text.substring(start + 1, at - 1)) ? keepDomain(start)
                    : bad("Malformed address literal");
        }
        String found = text.substring(start, at);
        if (!DomainGrammar.isDomain(found, international)) {
            return bad(international || Characters.isAscii(found) ? "Malformed domain" : "Non-ASCII address needs SMTPUTF8");
        }
        return keepDomain(start);
    }

    private boolean keepDomain(int start) {
        domain = text.substring(start, at).toLowerCase(Locale.ROOT);
        return Characters.octets(domain) <= DomainGrammar.MAX_OCTETS || bad("Domain is longer than 255 octets");
    }

    private static boolean isDomainEnd(char c) {
        return c == '>' || c == ',' || c == ':' || c == ' ';
    }

    private boolean isAtom(int c) {
        return c < 0x80 ? isAsciiAtom(c) : international && !Characters.isUnsafe(c);
    }

    static boolean isAsciiAtom(int c) {
        return Characters.isLetterOrDigit(c) || ATOM_SPECIALS.indexOf(c) >= 0;
    }

    private int next() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean take(char c) {
        if (next() != c) {
            return false;
        }
        at++;
        return true;
    }

    private boolean bad(String reason) {
        problem = reason;
        return false;
    }
}
