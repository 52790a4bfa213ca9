package org.waypost.smtp.server.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.dns.ServerAddress;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.smtp.server.settings.AuthenticationRules;
import org.waypost.smtp.server.settings.AuthenticationRules.Need;
import org.waypost.smtp.server.settings.Limits;
import org.waypost.smtp.server.settings.Network;
import org.waypost.smtp.server.settings.RelayRules;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.smtp.server.settings.TlsRules;

/** From a configuration to settings that are valid as a whole, or to the list of what is wrong. */
final class SettingsReader {
    private final SmtpServerConfig config;
    private final Path home;
    private final Supplier<String> ownName;
    private final SettingProblems problems = new SettingProblems();

    /**
     * @param home what relative paths start from
     * @param ownName the host's own name, asked for only if none is configured
     */
    SettingsReader(SmtpServerConfig config, Path home, Supplier<String> ownName) {
        this.config = config;
        this.home = home;
        this.ownName = ownName;
    }

    SettingProblems problems() {
        return problems;
    }

    /** Empty if there is any problem. */
    Optional<ServerSettings> read() {
        checkExternalDns();
        ServerSettings settings = new ServerSettings(name(), hostName(), bindings(),
                integer("maxConnections", config.maxConnections(), 1, 100_000),
                integer("maxConnectionsPerAddress", config.maxConnectionsPerAddress(), 1, 100_000),
                problems.word("bareLineEnds", config.bareLineEnds(), "mend", "refuse"), tls(), relay(),
                authentication(), limits());
        return problems.isEmpty() ? Optional.of(settings) : Optional.empty();
    }

    private String name() {
        String name = config.name().trim();
        boolean good = !name.isEmpty() && name.length() <= 64
                && name.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
        if (!good) {
            problems.add("name", name, "1 to 64 letters, digits, '.', '-' and '_'");
        }
        return name;
    }

    private String hostName() {
        String configured = config.hostName().trim();
        if (!configured.isEmpty() && !AddressFormat.isDomain(configured, false)) {
            problems.add("hostName", configured, "a domain");
        }
        return configured.isEmpty() ? ownName.get() : configured;
    }

    private List<Binding> bindings() {
        List<Binding> bindings = list("bindings", config.bindings(), BindingText.ALLOWED, BindingText::parse);
        if (bindings.isEmpty() && items(config.bindings()).isEmpty()) {
            problems.add("bindings", "", "at least one " + BindingText.ALLOWED);
        }
        if (bindings.stream().anyMatch(Binding::implicitTls) && config.tlsCertificate().isBlank()) {
            problems.add("tlsCertificate", "", "a PEM file, since a binding ends in /tls");
        }
        return bindings;
    }

    private TlsRules tls() {
        boolean required = problems.flag("requireTls", config.requireTls());
        String certificate = config.tlsCertificate().trim();
        String key = config.tlsKey().trim();
        if (certificate.isEmpty() != key.isEmpty()) {
            problems.add(key.isEmpty() ? "tlsKey" : "tlsCertificate", "", "a PEM file, since the other of the two is given");
        }
        if (required && certificate.isEmpty()) {
            problems.add("requireTls", config.requireTls(), "false, as long as there is no tlsCertificate");
        }
        return new TlsRules(certificate.isEmpty() ? Optional.empty()
                : Optional.of(new TlsFiles(home.resolve(certificate), home.resolve(key))), required);
    }

    private RelayRules relay() {
        List<Network> networks = list("relayNetworks", config.relayNetworks(), "an address or ADDRESS/BITS", Network::parse);
        return new RelayRules(domains("localDomains", config.localDomains()), domains("relayDomains", config.relayDomains()),
                networks);
    }

    /** Whoever delivers reads them; a wrong one is told here, where the other settings of the virtual server are. */
    private void checkExternalDns() {
        list("externalDns", config.externalDns(), "an IP address with an optional port", ServerAddress::find);
    }

    private AuthenticationRules authentication() {
        Need need = need();
        boolean submission = problems.flag("submission", config.submission());
        if (config.tlsCertificate().isBlank() && need == Need.REQUIRED) {
            problems.add("authentication", config.authentication(), "off or optional, as long as there is no tlsCertificate");
        }
        if (submission && (config.tlsCertificate().isBlank() || need == Need.OFF)) {
            problems.add("submission", config.submission(), "false, as long as there is no tlsCertificate or authentication is off");
        }
        return new AuthenticationRules(need, submission,
                integer("authenticationFailuresPerAddress", config.authenticationFailuresPerAddress(), 1, 100_000),
                integer("authenticationFailuresPerUser", config.authenticationFailuresPerUser(), 1, 100_000),
                seconds("authenticationFailureWindow", config.authenticationFailureWindow()),
                Duration.ofSeconds(integer("authenticationFailureDelay", config.authenticationFailureDelay(), 0, 60)));
    }

    private Need need() {
        String word = config.authentication().trim();
        for (Need need : Need.values()) {
            if (need.name().equalsIgnoreCase(word)) {
                return need;
            }
        }
        problems.add("authentication", word, "off, optional or required");
        return Need.OPTIONAL;
    }

    private Limits limits() {
        return new Limits(problems.number("maxMessageSize", config.maxMessageSize(), 1024, 1L << 40).orElse(1024),
                integer("maxRecipients", config.maxRecipients(), 1, 100_000),
                integer("maxErrors", config.maxErrors(), 1, 10_000),
                integer("maxMessagesPerConnection", config.maxMessagesPerConnection(), 0, 1_000_000_000),
                integer("maxHops", config.maxHops(), 1, 1000),
                seconds("commandTimeout", config.commandTimeout()), seconds("dataTimeout", config.dataTimeout()),
                integer("streamAbove", config.streamAbove(), 0, 16 << 20));
    }

    private Set<String> domains(String key, String[] values) {
        return new LinkedHashSet<>(list(key, values, "domains", text -> AddressFormat.isDomain(text, true)
                ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty()));
    }

    private Duration seconds(String key, String value) {
        return Duration.ofSeconds(integer(key, value, 1, 86_400));
    }

    private int integer(String key, String value, int min, int max) {
        return (int) problems.number(key, value, min, max).orElse(min);
    }

    private <T> List<T> list(String key, String[] values, String allowed, Function<String, Optional<T>> parse) {
        List<T> good = new ArrayList<>();
        for (String item : items(values)) {
            parse.apply(item).ifPresentOrElse(good::add, () -> problems.add(key, item, allowed));
        }
        return good;
    }

    /** A list comes from a file as one text with commas. */
    private static List<String> items(String[] values) {
        return Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(","))).map(String::trim)
                .filter(item -> !item.isEmpty()).toList();
    }
}
