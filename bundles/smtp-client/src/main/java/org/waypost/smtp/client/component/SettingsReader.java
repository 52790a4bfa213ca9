package org.waypost.smtp.client.component;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.smtp.client.ClientSettings;
import org.waypost.smtp.client.session.Credentials;
import org.waypost.smtp.client.session.TlsPolicy;
import org.waypost.smtp.client.planning.Limits;
import org.waypost.smtp.client.planning.Literal;

/** Checks a configuration and makes settings of it. */
final class SettingsReader {
    private final Path home;
    private final String machineName;
    private final Set<InetAddress> machineAddresses;

    /**
     * @param home where relative files are
     * @param machineName for EHLO where nothing is configured
     * @param machineAddresses what * stands for
     */
    SettingsReader(Path home, String machineName, Set<InetAddress> machineAddresses) {
        this.home = home;
        this.machineName = machineName;
        this.machineAddresses = machineAddresses;
    }

    /** A configuration in which every key has its default. */
    static SmtpClientConfig defaults() {
        return (SmtpClientConfig) Proxy.newProxyInstance(SmtpClientConfig.class.getClassLoader(),
                new Class<?>[] {SmtpClientConfig.class}, (proxy, key, arguments) -> key.getDefaultValue());
    }

    /** @throws IllegalArgumentException with a message that names the key and what is allowed */
    ClientSettings read(SmtpClientConfig config) {
        String hostName = hostName(config.hostName());
        return new ClientSettings(hostName, ConfigText.range("port", config.port(), 1, 65_535),
                addresses("sourceAddress", config.sourceAddress()), limits(config, hostName), tls(config.tls()),
                config.tlsVerify(), config.chunking(), config.clearTextAuthentication(),
                Duration.ofSeconds(ConfigText.range("connectTimeout", config.connectTimeout(), 1, 600)),
                ConfigText.range("messagesPerConnection", config.messagesPerConnection(), 1, 100_000),
                Duration.ofSeconds(ConfigText.range("keepIdle", config.keepIdle(), 0, 300)),
                credentials(config.credentials()));
    }

    private String hostName(String configured) {
        String name = configured.isBlank() ? machineName : configured.trim().toLowerCase(Locale.ROOT);
        if (!AddressFormat.isDomain(name, false)) {
            throw new IllegalArgumentException("hostName is '" + name
                    + "', allowed are a domain name or an address in brackets");
        }
        return name;
    }

    private Limits limits(SmtpClientConfig config, String hostName) {
        Set<String> names = new HashSet<>();
        names.add(hostName);
        ConfigText.list(config.ownNames()).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        Set<InetAddress> own = new HashSet<>();
        String[] listed = ConfigText.list(config.ownAddresses()).stream().filter(item -> !item.equals("*")).toArray(String[]::new);
        own.addAll(addresses("ownAddresses", listed));
        if (ConfigText.list(config.ownAddresses()).contains("*")) {
            own.addAll(machineAddresses);
        }
        return new Limits(names, own, ConfigText.range("maxExchangers", config.maxExchangers(), 1, 100),
                ConfigText.range("maxAddresses", config.maxAddresses(), 1, 100));
    }

    private static List<InetAddress> addresses(String key, String[] values) {
        return ConfigText.list(values).stream().map(item -> Literal.address(item).orElseThrow(
                () -> new IllegalArgumentException(key + ": '" + item + "' is not an IP address"))).toList();
    }

    private static TlsPolicy tls(String value) {
        return Stream.of(TlsPolicy.values()).filter(policy -> policy.name().equalsIgnoreCase(value.trim())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tls is '" + value
                        + "', allowed are opportunistic, required and off"));
    }

    private Map<String, Credentials> credentials(String[] values) {
        Map<String, Credentials> all = new HashMap<>();
        ConfigText.pairs("credentials", values).forEach((name, value) -> {
            int colon = value.lastIndexOf(':');
            if (colon < 1 || colon == value.length() - 1) {
                throw new IllegalArgumentException("credentials: '" + name + "' is not of the form name=user:file");
            }
            all.put(name, new Credentials(value.substring(0, colon), password(name, value.substring(colon + 1))));
        });
        return all;
    }

    private String password(String name, String file) {
        Path path = home.resolve(file);
        try (Stream<String> lines = Files.lines(path)) {
            return lines.findFirst().filter(line -> !line.isEmpty()).orElseThrow(
                    () -> new IllegalArgumentException("credentials: '" + name + "' has an empty password file " + path));
        } catch (IOException e) {
            throw new IllegalArgumentException("credentials: the password file of '" + name + "' cannot be read: " + e, e);
        }
    }}
