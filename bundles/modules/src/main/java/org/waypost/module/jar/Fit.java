package org.waypost.module.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waypost.module.jar.ModuleJar.Need;
import org.waypost.module.jar.ModuleJar.Offer;

/**
 * Whether a jar fits what runs.
 *
 * @param offers packages that others offer, all but the module that would be replaced
 * @param needs what others need of the packages that the module offers now
 */
public record Fit(List<Offer> offers, List<Need> needs) {
    public Fit {
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
    }

    /** Why it does not fit, as a sentence; empty if it does. */
    public Optional<String> fault(ModuleJar jar) {
        List<Offer> all = new ArrayList<>(offers);
        all.addAll(jar.exports());
        List<Need> missing = unmet(jar.imports(), all);
        if (!missing.isEmpty()) {
            return Optional.of(jar.name() + " " + jar.version() + " needs " + text(missing, all) + ". Build it against what runs.");
        }
        List<Need> lost = unmet(needs, jar.exports());
        return lost.isEmpty() ? Optional.empty() : Optional.of(jar.name() + " " + jar.version()
                + " does not offer what other modules use: " + text(lost, jar.exports()) + ". Replace those first, or build it compatible.");
    }

    private static List<Need> unmet(List<Need> needs, List<Offer> offers) {
        return needs.stream().distinct().filter(need -> !need.name().startsWith("java.") && offers.stream().noneMatch(need::isMetBy)).toList();
    }

    private static String text(List<Need> needs, List<Offer> offers) {
        return needs.stream().map(need -> "package " + need + ", which " + offers.stream().filter(offer -> offer.name().equals(need.name()))
                .map(offer -> "is there in version " + offer.version()).findFirst().orElse("nobody has")).collect(Collectors.joining("; "));
    }
}
