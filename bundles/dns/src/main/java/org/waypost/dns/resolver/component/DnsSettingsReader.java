package org.waypost.dns.resolver.component;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waypost.dns.ServerAddress;
import org.waypost.dns.resolver.DnsSettings;
import org.waypost.dns.resolver.RootServers;
import org.waypost.dns.update.UpdateSettings;

/** Checks a configuration and makes settings of it. */
final class DnsSettingsReader {
    private DnsSettingsReader() {
    }

    /** A configuration in which every key has its default. */
    static DnsConfig defaults() {
        return (DnsConfig) Proxy.newProxyInstance(DnsConfig.class.getClassLoader(), new Class<?>[] {DnsConfig.class},
                (proxy, key, arguments) -> key.getDefaultValue());
    }

    /** @throws IllegalArgumentException with a message that names the key and the allowed range */
    static DnsSettings read(DnsConfig config) {
        return new DnsSettings(servers("servers", config.servers(), server -> List.of(ServerAddress.parse(server))),
                servers("rootHints", config.rootHints(), RootServers::parse), range("referralPort", config.referralPort(), 1, 65_535),
                seconds("timeout", config.timeout(), 1, 60),
                range("rounds", config.rounds(), 1, 10), config.tcpOnly(),
                range("cacheEntries", config.cacheEntries(), 1, 1_000_000),
                seconds("maxTtl", config.maxTtl(), 0, 604_800),
                seconds("maxNegativeTtl", config.maxNegativeTtl(), 0, 86_400));
    }

    /** @param home what a relative file is below. @throws IllegalArgumentException as {@link #read} */
    static UpdateSettings readUpdates(DnsConfig config, Path home) {
        List<InetSocketAddress> server = servers("updateServer", new String[] {config.updateServer()},
                text -> List.of(ServerAddress.parse(text)));
        if (server.size() > 1) {
            throw new IllegalArgumentException("updateServer: '" + config.updateServer() + "' is more than one");
        }
        return new UpdateSettings(server.stream().findFirst(),
                Optional.of(config.updateKeyFile().trim()).filter(file -> !file.isEmpty()).map(home::resolve),
                seconds("timeout", config.timeout(), 1, 60));
    }

    private static List<InetSocketAddress> servers(String key, String[] values, Function<String, List<InetSocketAddress>> parser) {
        try {
            // A list from a .cfg file arrives as one text.
            return Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::trim).filter(value -> !value.isEmpty())
                    .map(parser).flatMap(List::stream).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static Duration seconds(String key, int value, int min, int max) {
        return Duration.ofSeconds(range(key, value, min, max));
    }

    private static int range(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(key + " is " + value + ", allowed are " + min + " to " + max);
        }
        return value;
    }
}
