package org.waypost.rus.filter;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waypost.directory.Entry;

/**
 * A search filter (RFC 4511 4.5.1.7). Values compare without regard to case and outer spaces. An attribute that an
 * entry does not have matches nothing, so that {@code (!(l=Rome))} matches entries without {@code l}. Immutable.
 */
public sealed interface LdapFilter {
    boolean matches(Entry entry);

    /** The filters it is made of. */
    default List<LdapFilter> parts() {
        return List.of();
    }

    /** Names of attributes that must be known to evaluate it, in lower case. */
    default Set<String> attributes() {
        Set<String> names = new TreeSet<>();
        parts().forEach(part -> names.addAll(part.attributes()));
        return names;
    }

    /** An equality that every entry that matches has too; the most telling one if there are several. */
    default Optional<Equal> necessary() {
        return Optional.empty();
    }

    record And(List<LdapFilter> parts) implements LdapFilter {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Entry entry) {
            return parts.stream().allMatch(part -> part.matches(entry));
        }

        @Override
        public Optional<Equal> necessary() {
            List<Equal> found = parts.stream().flatMap(part -> part.necessary().stream()).toList();
            return Stream.concat(found.stream().filter(equal -> !equal.isOfClass()), found.stream()).findFirst();
        }
    }

    record Or(List<LdapFilter> parts) implements LdapFilter {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Entry entry) {
            return parts.stream().anyMatch(part -> part.matches(entry));
        }
    }

    record Not(LdapFilter part) implements LdapFilter {
        @Override
        public boolean matches(Entry entry) {
            return !part.matches(entry);
        }

        @Override
        public List<LdapFilter> parts() {
            return List.of(part);
        }
    }

    /** A filter about the values of one attribute. */
    sealed interface OfValues extends LdapFilter permits Present, Equal, Substring, Compared, Bits {
        String attribute();

        boolean matches(String value);

        @Override
        default boolean matches(Entry entry) {
            return entry.values(attribute()).stream().anyMatch(this::matches);
        }

        @Override
        default Set<String> attributes() {
            return Set.of(attribute());
        }
    }

    record Present(String attribute) implements OfValues {
        @Override
        public boolean matches(String value) {
            return true;
        }
    }

    /** @param value folded */
    record Equal(String attribute, String value) implements OfValues {
        @Override
        public boolean matches(String candidate) {
            return fold(candidate).equals(value) || attribute.equals("objectcategory") && ObjectCategory.isNamed(fold(candidate), value);
        }

        @Override
        public Optional<Equal> necessary() {
            return attribute.equals("objectcategory") ? Optional.empty() : Optional.of(this);
        }

        boolean isOfClass() {
            return attribute.equals("objectclass");
        }
    }

    /** @param middle in order; all parts folded, the outer ones empty for none */
    record Substring(String attribute, String begin, List<String> middle, String end) implements OfValues {
        public Substring {
            middle = List.copyOf(middle);
        }

        @Override
        public boolean matches(String candidate) {
            String value = fold(candidate);
            int last = value.length() - end.length();
            if (!value.startsWith(begin) || !value.endsWith(end) || last < begin.length()) {
                return false;
            }
            int at = begin.length();
            for (String part : middle) {
                int found = value.indexOf(part, at);
                if (found < 0 || found + part.length() > last) {
                    return false;
                }
                at = found + part.length();
            }
            return true;
        }
    }

    /** At least or at most a value: as numbers if both are, else as text. */
    record Compared(String attribute, boolean atLeast, String value) implements OfValues {
        @Override
        public boolean matches(String candidate) {
            Optional<BigInteger> left = number(candidate);
            Optional<BigInteger> right = number(value);
            int order = left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : fold(candidate).compareTo(value);
            return atLeast ? order >= 0 : order <= 0;
        }
    }

    /** Active Directory's rules 1.2.840.113556.1.4.803 and .804: all, or any, of these bits are set. */
    record Bits(String attribute, boolean all, BigInteger mask) implements OfValues {
        @Override
        public boolean matches(String value) {
            return number(value).map(number -> number.and(mask))
                    .map(common -> all ? common.equals(mask) : common.signum() != 0).orElse(false);
        }
    }

    /** How values are compared. */
    static String fold(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<BigInteger> number(String text) {
        String digits = text.strip();
        boolean isNumber = digits.length() < 40 && digits.matches("-?[0-9]+");
        return isNumber ? Optional.of(new BigInteger(digits)) : Optional.empty();
    }
}
