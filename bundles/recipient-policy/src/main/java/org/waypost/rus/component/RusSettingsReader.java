package org.waypost.rus.component;

import java.util.Locale;
import java.util.Optional;
import org.waypost.rus.engine.RusSettings;

/** Checks a configuration and makes settings of it. */
final class RusSettingsReader {
    private static final int MAX_AT_ONCE = 1_000;

    private RusSettingsReader() {}

    /** @throws IllegalArgumentException with a message that names the key and the allowed range */
    static RusSettings read(RusConfig config) {
        Optional<Boolean> stamping = switch (config.stamping().strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw new IllegalArgumentException("stamping is \"" + config.stamping() + "\", allowed are auto, true and false");
        };
        int atOnce = config.recipientsAtOnce();
        if (atOnce < 1 || atOnce > MAX_AT_ONCE) {
            throw new IllegalArgumentException("recipientsAtOnce is " + atOnce + ", allowed are 1 to " + MAX_AT_ONCE);
        }
        return new RusSettings(config.base().strip(), Optional.of(config.directoryServer().strip()).filter(url -> !url.isEmpty()), stamping, atOnce);
    }
}
