package org.waypost.rus.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.format.smtp.Parsed;

/**
 * Reads the text of a filter (RFC 4515), and, as Active Directory does, one with spaces between its parts. Attributes
 * go by name, not by object identifier; of extensible matches those of bits are known.
 */
public final class FilterParser {
    private static final int MAX_LENGTH = 65_536;
    private static final int MAX_DEPTH = 100;
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*");
    private static final String ALL_BITS = "1.2.840.113556.1.4.803";
    private static final String ANY_BIT = "1.2.840.113556.1.4.804";

    private final String text;
    private int at;

    private FilterParser(String text) {
        this.text = text;
    }

    /** The filter, or what is wrong with its text and where. */
    public static Parsed<LdapFilter> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Parsed.Bad<>("longer than " + MAX_LENGTH + " characters");
        }
        FilterParser parser = new FilterParser(text);
        try {
            LdapFilter filter = parser.filter(0);
            parser.skipSpaces();
            return parser.at == text.length() ? new Parsed.Ok<>(filter) : new Parsed.Bad<>("something follows its end at character " + (parser.at + 1));
        } catch (BadFilter e) {
            return new Parsed.Bad<>(e.getMessage());
        }
    }

    private LdapFilter filter(int depth) throws BadFilter {
        skipSpaces();
        expect('(');
        skipSpaces();
        if (depth > MAX_DEPTH) {
            throw bad("more than " + MAX_DEPTH + " filters inside each other");
        }
        LdapFilter filter = switch (peek()) {
            case '&' -> new LdapFilter.And(list(depth));
            case '|' -> new LdapFilter.Or(list(depth));
            case '!' -> not(depth);
            default -> item();
        };
        skipSpaces();
        expect(')');
        return filter;
    }

    private List<LdapFilter> list(int depth) throws BadFilter {
        at++;
        List<LdapFilter> parts = new ArrayList<>();
        skipSpaces();
        while (peek() == '(') {
            parts.add(filter(depth + 1));
            skipSpaces();
        }
        return parts;
    }

    private LdapFilter not(int depth) throws BadFilter {
        at++;
        return new LdapFilter.Not(filter(depth + 1));
    }

    private LdapFilter item() throws BadFilter {
        int end = text.indexOf(')', at);
        int equals = text.indexOf('=', at);
        if (equals < 0 || end < 0 || equals > end) {
            throw bad("an attribute and its value are missing");
        }
        String left = text.substring(at, equals).strip();
        String value = text.substring(equals + 1, end);
        if (value.indexOf('(') >= 0) {
            throw bad("a parenthesis in a value must be written \\28 or \\29");
        }
        LdapFilter item = item(left, value);
        at = end;
        return item;
    }

    private LdapFilter item(String left, String value) throws BadFilter {
        if (left.endsWith(">") || left.endsWith("<")) {
            return new LdapFilter.Compared(attribute(shortened(left)), left.endsWith(">"), LdapFilter.fold(decoded(value)));
        }
        if (left.endsWith("~")) {
            return new LdapFilter.Equal(attribute(shortened(left)), LdapFilter.fold(decoded(value)));
        }
        if (left.endsWith(":")) {
            return bits(shortened(left), decoded(value));
        }
        if (value.strip().equals("*")) {
            return new LdapFilter.Present(attribute(left));
        }
        return value.indexOf('*') < 0 ? new LdapFilter.Equal(attribute(left), LdapFilter.fold(decoded(value))) : substring(attribute(left), value);
    }

    private LdapFilter substring(String attribute, String value) throws BadFilter {
        String[] parts = value.split("\\*", -1);
        List<String> middle = new ArrayList<>();
        for (int i = 1; i < parts.length - 1; i++) {
            if (!parts[i].isEmpty()) {
                middle.add(decoded(parts[i]).toLowerCase(Locale.ROOT));
            }
        }
        String begin = decoded(parts[0]).stripLeading().toLowerCase(Locale.ROOT);
        String end = decoded(parts[parts.length - 1]).stripTrailing().toLowerCase(Locale.ROOT);
        return new LdapFilter.Substring(attribute, begin, middle, end);
    }

    private LdapFilter bits(String left, String value) throws BadFilter {
        int colon = left.indexOf(':');
        String rule = colon < 0 ? "" : left.substring(colon + 1);
        if (!rule.equals(ALL_BITS) && !rule.equals(ANY_BIT)) {
            throw bad("the matching rule \"" + rule + "\" is not known");
        }
        if (!value.matches("[0-9]{1,30}")) {
            throw bad("\"" + value + "\" is no number of bits");
        }
        return new LdapFilter.Bits(attribute(left.substring(0, colon)), rule.equals(ALL_BITS), new BigInteger(value));
    }

    private String attribute(String name) throws BadFilter {
        if (!ATTRIBUTE.matcher(name).matches()) {
            throw bad("\"" + name + "\" is no name of an attribute");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private String decoded(String value) throws BadFilter {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i = next(value, i)) {
            if (value.charAt(i) == '\\') {
                bytes.write(octet(value, i).orElseThrow(() -> bad("a backslash must be followed by two hexadecimal digits")));
            } else {
                bytes.writeBytes(value.substring(i, next(value, i)).getBytes(UTF_8));
            }
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw bad("a value is not UTF-8");
        }
    }

    private static int next(String value, int i) {
        return value.charAt(i) == '\\' ? i + 3 : value.offsetByCodePoints(i, 1);
    }

    private static Optional<Integer> octet(String value, int backslash) {
        if (backslash + 2 >= value.length()) {
            return Optional.empty();
        }
        int high = Character.digit(value.charAt(backslash + 1), 16);
        int low = Character.digit(value.charAt(backslash + 2), 16);
        return high < 0 || low < 0 ? Optional.empty() : Optional.of(high << 4 | low);
    }

    private static String shortened(String left) {
        return left.substring(0, left.length() - 1).strip();
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char wanted) throws BadFilter {
        if (peek() != wanted) {
            throw bad("\"" + wanted + "\" is missing");
        }
        at++;
    }

    private BadFilter bad(String what) {
        return new BadFilter(what + " at character " + (at + 1));
    }

    /** Leaves the descent; never leaves the parser. */
    private static final class BadFilter extends Exception {
        private static final long serialVersionUID = 1L;

        BadFilter(String message) {
            super(message, null, false, false);
        }
    }
}
