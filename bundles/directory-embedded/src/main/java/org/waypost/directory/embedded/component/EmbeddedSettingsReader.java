package org.waypost.directory.embedded.component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.directory.embedded.EmbeddedSettings;

/** Checks a configuration and makes settings of it. */
final class EmbeddedSettingsReader {
    private static final int MAX_PORT = 65_535;
    /** What only an address has in it: no name is looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private EmbeddedSettingsReader() {
    }

    /** @throws IllegalArgumentException with a message that names the key and the allowed range */
    static EmbeddedSettings read(EmbeddedConfig config, Home home) {
        if (config.port() < 1 || config.port() > MAX_PORT) {
            throw new IllegalArgumentException("port is " + config.port() + ", allowed are 1 to " + MAX_PORT);
        }
        return new EmbeddedSettings(address(config.address().trim()), config.port(), path("folder", config.folder(), home),
                path("passwordFile", config.passwordFile(), home), text(config.organization()).map(home::resolve),
                text(config.base()));
    }

    private static InetAddress address(String value) {
        try {
            if (ADDRESS.matcher(value).matches()) {
                return InetAddress.getByName(value);
            }
        } catch (UnknownHostException e) {
            // Refused below.
        }
        throw new IllegalArgumentException("address is '" + value + "', allowed is an IP address");
    }

    private static Path path(String key, String value, Home home) {
        return text(value).map(home::resolve)
                .orElseThrow(() -> new IllegalArgumentException(key + " is empty, allowed is a path"));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.trim()).filter(text -> !text.isEmpty());
    }
}
