package org.waypost.link.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.directory.Entry;
import org.waypost.topology.AddressSpace;

/** Values of {@code routingList}: {@code TYPE:SPACE;COST}, such as {@code SMTP:*.example.net;10}. */
final class AddressSpaces {
    static final String ATTRIBUTE = "routingList";

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{1,32}):@?(.*?)(?:;([^;]*))?", Pattern.DOTALL);
    private static final String SMTP = "SMTP";
    private static final String CHEAPEST = "1";
    private static final Comparator<AddressSpace> ORDER =
            Comparator.comparing(AddressSpace::pattern).thenComparingInt(AddressSpace::cost);

    private AddressSpaces() {}

    /** Those of type SMTP, in a fixed order. @throws IllegalArgumentException that names a value that is none */
    static List<AddressSpace> read(Entry entry) {
        return entry.values(ATTRIBUTE).stream().map(AddressSpaces::parse).flatMap(Optional::stream).distinct().sorted(ORDER).toList();
    }

    /** Empty for another type. */
    private static Optional<AddressSpace> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(ATTRIBUTE + ": \"" + text + "\" is no address space: it must be TYPE:SPACE;COST");
        }
        if (!form.group(1).equalsIgnoreCase(SMTP)) {
            return Optional.empty();
        }
        long cost = Numbers.parse(ATTRIBUTE + ": the cost of " + text, Optional.ofNullable(form.group(3)).orElse(CHEAPEST), 1, 100);
        return Optional.of(new AddressSpace(Domains.pattern(form.group(2)), (int) cost));
    }
}
