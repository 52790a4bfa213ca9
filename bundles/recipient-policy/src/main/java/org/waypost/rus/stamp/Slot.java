package org.waypost.rus.stamp;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waypost.rus.template.Series;

/**
 * An address that a recipient is to have, in whichever number is its own.
 *
 * @param primary of its type
 * @param held the lowest number that the recipient has already; empty if it has none of them
 */
public record Slot(Series series, boolean primary, Optional<Integer> held) {
    /** What may be the number of a series: before the domain of an SMTP address, or at the end of a part of an X.400 one. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(?=[@;])");

    /** @param addresses what the recipient has, as keys: {@code smtp:alice@example.com} */
    static Slot of(Series series, boolean primary, Set<String> addresses) {
        Slot slot = new Slot(series, primary, Optional.empty());
        if (addresses.contains(slot.key(1))) {
            return new Slot(series, primary, Optional.of(1));
        }
        // A recipient has few addresses: the digits in them are tried instead of all numbers.
        return addresses.stream().flatMap(Slot::numbers).filter(number -> addresses.contains(slot.key(number)))
                .min(Integer::compare).map(number -> new Slot(series, primary, Optional.of(number))).orElse(slot);
    }

    /** The key of its address in that number, as in {@code proxyAddresses} of whoever has it, in lower case. */
    public String key(int number) {
        return series.type() + ":" + series.address(number).toLowerCase(Locale.ROOT);
    }

    private static Stream<Integer> numbers(String address) {
        return NUMBER.matcher(address).results().map(found -> Integer.valueOf(found.group())).filter(number -> number > 1);
    }
}
