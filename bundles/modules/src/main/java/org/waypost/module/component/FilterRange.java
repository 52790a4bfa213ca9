package org.waypost.module.component;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.module.jar.Version;
import org.waypost.module.jar.VersionRange;

/** The range in a filter such as {@code (&(osgi.wiring.package=a)(version>=1.0.0)(!(version>=2.0.0)))}. */
final class FilterRange {
    private static final Pattern BOUND = Pattern.compile("(!\\()?\\(?version(<=|>=)([\\w.-]+)\\)");

    private FilterRange() {}

    static Optional<VersionRange> of(String filter) {
        Version low = Version.NONE;
        boolean lowIn = true;
        Optional<Version> high = Optional.empty();
        boolean highIn = false;
        Matcher bounds = BOUND.matcher(filter.replace(" ", ""));
        while (bounds.find()) {
            boolean not = bounds.group(1) != null;
            boolean atLeast = bounds.group(2).equals(">=");
            Version bound = Version.read(bounds.group(3)).orElse(Version.NONE);
            if (atLeast != not) {
                low = bound;
                lowIn = !not;
            } else {
                high = Optional.of(bound);
                highIn = !not;
            }
        }
        return filter.contains("version") ? Optional.of(new VersionRange(low, lowIn, high, highIn)) : Optional.empty();
    }
}
