package org.waypost.rus.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.waypost.format.smtp.Parsed;

/**
 * The part of a template before its {@code @}: {@code %g} given name, {@code %s} surname, {@code %i} initials,
 * {@code %d} display name, {@code %m} alias, {@code %%} a percent sign, {@code %5s} the first five characters of one,
 * {@code %rxy} y instead of x in all that follows ({@code %rxx}: no x). Immutable.
 */
public final class UserFormat {
    /** What a template without one has. */
    public static final UserFormat ALIAS = new UserFormat("%m", List.of(new Field(Names::alias, 0, true)));
    private static final int MAX_COUNT = 64;

    private sealed interface Part {}

    private record Literal(char character) implements Part {}

    private record Replacement(char from, char to) implements Part {}

    /** @param count of characters, 0 for all; @param keepsDots whether a dot in it is one of the address */
    private record Field(Function<Names, String> value, int count, boolean keepsDots) implements Part {}

    private final String text;
    private final List<Part> parts;

    private UserFormat(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /** @param text not empty */
    static Parsed<UserFormat> parse(String text) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                parts.add(new Literal(text.charAt(i)));
                continue;
            }
            int digits = i + 1;
            while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
                digits++;
            }
            int size = digits - i - 1;
            if (size > 2 || digits == text.length()) {
                return new Parsed.Bad<>("% must be followed by g, s, i, d, m, r or %, with a number up to " + MAX_COUNT + " between");
            }
            int count = size == 0 ? 0 : Integer.parseInt(text.substring(i + 1, digits));
            char letter = text.charAt(digits);
            if (letter == 'r' && size == 0 && digits + 2 < text.length()) {
                parts.add(new Replacement(text.charAt(digits + 1), text.charAt(digits + 2)));
                i = digits + 2;
                continue;
            }
            Part part = size > 0 && (count < 1 || count > MAX_COUNT) ? null : part(letter, count);
            if (part == null) {
                return new Parsed.Bad<>("\"" + text.substring(i, digits + 1) + "\" means nothing");
            }
            parts.add(part);
            i = digits;
        }
        return new Parsed.Ok<>(new UserFormat(text, parts));
    }

    private static Part part(char letter, int count) {
        return switch (letter) {
            case 'g' -> new Field(Names::given, count, false);
            case 's' -> new Field(Names::surname, count, false);
            case 'i' -> new Field(Names::initials, count, false);
            case 'd' -> new Field(Names::display, count, false);
            case 'm' -> new Field(Names::alias, count, true);
            case '%' -> count == 0 ? new Literal('%') : null;
            default -> null;
        };
    }

    /** The local part for these names, fit for RFC 5321; empty if nothing is left of them. */
    String format(Names names) {
        StringBuilder out = new StringBuilder();
        List<Replacement> replacements = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Replacement replacement) {
                replacements.add(replacement);
            } else if (part instanceof Literal literal) {
                append(out, String.valueOf(literal.character()), replacements, true);
            } else if (part instanceof Field field) {
                StringBuilder value = new StringBuilder();
                append(value, field.value().apply(names), replacements, field.keepsDots());
                out.append(value, 0, field.count() == 0 ? value.length() : Math.min(field.count(), value.length()));
            }
        }
        return LocalPart.dotted(out);
    }

    private static void append(StringBuilder out, String text, List<Replacement> replacements, boolean keepsDots) {
        for (char c : PlainLetters.of(text).toCharArray()) {
            char now = c;
            boolean replaced = false;
            boolean deleted = false;
            for (Replacement replacement : replacements) {
                if (replacement.from() == now) {
                    deleted = replacement.from() == replacement.to();
                    now = replacement.to();
                    replaced = true;
                }
            }
            if (!deleted && (LocalPart.isAtext(now) || now == '.' && (keepsDots || replaced))) {
                out.append(now);
            }
        }
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
