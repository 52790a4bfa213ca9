package org.waypost.module.jar;

import java.util.List;
import java.util.Set;

/**
 * What the jar of a module says of itself.
 *
 * @param name symbolic name
 * @param checksum SHA-256 in hexadecimal
 * @param imports packages it needs from others
 * @param exports packages it offers
 * @param packages of its classes
 */
public record ModuleJar(String name, Version version, String checksum, List<Need> imports, List<Offer> exports, Set<String> packages) {
    public ModuleJar {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
        packages = Set.copyOf(packages);
    }

    /** A package that must be there. */
    public record Need(String name, VersionRange range) {
        boolean isMetBy(Offer offer) {
            return name.equals(offer.name()) && range.includes(offer.version());
        }

        @Override
        public String toString() {
            return name + " " + range;
        }
    }

    /** A package for others. */
    public record Offer(String name, Version version) {}
}
