package org.waypost.directory.ldap.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.directory.api.ldap.model.name.Dn;
import org.waypost.directory.ldap.ConnectionSettings;
import org.waypost.directory.ldap.ConnectionSettings.Credentials;
import org.waypost.directory.ldap.ConnectionSettings.Mechanism;
import org.waypost.directory.ldap.DirectorySettings;
import org.waypost.directory.ldap.DirectorySettings.Bases;
import org.waypost.directory.ldap.DirectorySettings.Foreign;
import org.waypost.directory.ldap.DirectorySettings.PoolSettings;
import org.waypost.directory.ldap.Places;
import org.waypost.directory.ldap.recipient.RecipientSettings;
import org.waypost.directory.ldap.service.ServiceSettings;

/** Checks a configuration and makes settings of it. */
final class SettingsReader {
    private static final int LONGEST_NAME = 64;

    private final Path home;
    private final DirectoryConfig config;

    /** @param home the folder that relative paths begin at */
    SettingsReader(Path home, DirectoryConfig config) {
        this.home = home;
        this.config = config;
    }

    /** Whether there is a directory at all. */
    boolean hasServers() {
        return !list(config.servers()).isEmpty();
    }

    /** @throws BadSettingException with the key and what is allowed */
    ServiceSettings read() {
        return new ServiceSettings(places(), new DirectorySettings(serverName(), bases(), foreign(), connection(), pool()), recipients(),
                seconds("loginSeconds", config.loginSeconds(), 0, 60));
    }

    private Places places() {
        List<String> general = list(config.servers());
        List<String> catalogs = list(config.globalCatalogServers());
        checked("servers", general);
        checked("globalCatalogServers", catalogs);
        return new Places(general, catalogs);
    }

    private static void checked(String key, List<String> places) {
        try {
            new Places(places, List.of());
        } catch (IllegalArgumentException e) {
            throw new BadSettingException(key, String.join(",", places), "ldap://HOST:PORT, ldaps://HOST:PORT or srv:DOMAIN");
        }
    }

    private String serverName() {
        String name = config.server().trim();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadSettingException("server", name, "1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private Bases bases() {
        String recipients = dn("recipientBase", config.recipientBase());
        String catalog = dn("globalCatalogBase", config.globalCatalogBase());
        return new Bases(dn("configurationBase", config.configurationBase()), recipients, catalog.isEmpty() ? recipients : catalog);
    }

    private static String dn(String key, String value) {
        if (!Dn.isValid(value.trim())) {
            throw new BadSettingException(key, value, "a DN");
        }
        return value.trim();
    }

    private Foreign foreign() {
        return oneOf("foreign", config.foreign(), Foreign.values());
    }

    private ConnectionSettings connection() {
        Mechanism mechanism = oneOf("mechanism", config.mechanism(), Mechanism.values());
        Optional<Path> password = file(config.passwordFile());
        boolean named = !config.bindDn().isBlank();
        if (mechanism == Mechanism.SIMPLE && named) {
            dn("bindDn", config.bindDn());
        }
        if (mechanism != Mechanism.EXTERNAL && named != password.isPresent()) {
            throw new BadSettingException(named ? "passwordFile" : "bindDn", "", "both of bindDn and passwordFile, or none");
        }
        return new ConnectionSettings(config.startTls(), file(config.trustFile()), new Credentials(mechanism, config.bindDn().trim(), password),
                seconds("connectTimeout", config.connectTimeout(), 1, 60), seconds("requestTimeout", config.requestTimeout(), 1, 300));
    }

    private PoolSettings pool() {
        return new PoolSettings(range("connections", config.connections(), 1, 64), range("scanConnections", config.scanConnections(), 1, 16),
                range("waitingRequests", config.waitingRequests(), 10, 100_000), range("pageSize", config.pageSize(), 10, 1000),
                seconds("probePause", config.probePause(), 1, 3600), seconds("pollInterval", config.pollInterval(), 1, 3600));
    }

    private RecipientSettings recipients() {
        int parallel = Math.max(1, config.connections() - 1);
        return new RecipientSettings(range("cacheEntries", config.cacheEntries(), 100, 10_000_000),
                seconds("cacheSeconds", config.cacheSeconds(), 0, 86_400), seconds("negativeSeconds", config.negativeSeconds(), 0, 86_400),
                range("batch", config.batch(), 1, 200), parallel);
    }

    private Optional<Path> file(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(home.resolve(path.trim()).normalize());
    }

    private static <E extends Enum<E>> E oneOf(String key, String value, E[] values) {
        return Arrays.stream(values).filter(known -> written(known).equals(value.trim().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new BadSettingException(key, value, String.join(", ", Arrays.stream(values).map(SettingsReader::written).toList())));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration seconds(String key, int value, int min, int max) {
        return Duration.ofSeconds(range(key, value, min, max));
    }

    private static int range(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new BadSettingException(key, String.valueOf(value), min + " to " + max);
        }
        return value;
    }

    /** A list from a .cfg file arrives as one text. */
    private static List<String> list(String[] values) {
        return Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(","))).map(String::trim).filter(value -> !value.isEmpty()).toList();
    }
}
