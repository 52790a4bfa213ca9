package org.waypost.directory.ldap;

import java.util.List;

/**
 * Where servers are, as configured.
 *
 * @param general {@code ldap://}, {@code ldaps://} or {@code srv:DOMAIN}, in the order they are tried; at least one
 * @param globalCatalogs the same for the global catalog; empty: the general ones have that role as well
 */
public record Places(List<String> general, List<String> globalCatalogs) {
    static final String SRV = "srv:";

    public Places {
        general = List.copyOf(general);
        globalCatalogs = List.copyOf(globalCatalogs);
        general.forEach(Places::check);
        globalCatalogs.forEach(Places::check);
    }

    /** @throws IllegalArgumentException if it is none of the three */
    private static void check(String place) {
        if (!place.startsWith(SRV)) {
            ServerUrl.parse(place);
        } else if (place.length() == SRV.length()) {
            throw new IllegalArgumentException("srv: needs a domain");
        }
    }

    boolean needDns() {
        return general.stream().anyMatch(place -> place.startsWith(SRV)) || globalCatalogs.stream().anyMatch(place -> place.startsWith(SRV));
    }
}
