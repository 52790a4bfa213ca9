package org.waypost.admin.core;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For a pattern of an address space a domain that is covered by none more specific, if one can be thought of. */
final class SampleDomains {
    private static final String ALL = "*";
    private static final String BELOW = "*.";
    private static final String NOBODY = "example.invalid";
    private static final int TRIES = 10;

    private final Set<String> patterns;

    /** @param patterns of all address spaces, see {@link org.waypost.topology.AddressSpace#pattern()} */
    SampleDomains(Set<String> patterns) {
        this.patterns = Set.copyOf(patterns);
    }

    Optional<String> of(String pattern) {
        return candidates(pattern).filter(domain -> mostSpecific(domain).equals(pattern)).findFirst();
    }

    private static Stream<String> candidates(String pattern) {
        if (!pattern.equals(ALL) && !pattern.startsWith(BELOW)) {
            return Stream.of(pattern);
        }
        String parent = pattern.equals(ALL) ? NOBODY : pattern.substring(BELOW.length());
        String other = pattern.equals(ALL) ? "invalid" : parent;
        return Stream.concat(Stream.of(parent), IntStream.rangeClosed(1, TRIES).mapToObj(i -> "any" + i + "." + other));
    }

    private String mostSpecific(String domain) {
        if (patterns.contains(domain)) {
            return domain;
        }
        String parent = domain;
        while (!patterns.contains(BELOW + parent)) {
            int dot = parent.indexOf('.');
            if (dot < 0) {
                return ALL;
            }
            parent = parent.substring(dot + 1);
        }
        return BELOW + parent;
    }
}
