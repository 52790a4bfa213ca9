package org.waypost.smtp.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.smtp.server.settings.AuthenticationRules;
import org.waypost.smtp.server.settings.AuthenticationRules.Need;
import org.waypost.smtp.server.settings.Limits;
import org.waypost.smtp.server.settings.Network;
import org.waypost.smtp.server.settings.RelayRules;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.smtp.server.settings.TlsRules;

/** Settings of a virtual server under test. */
final class TestSettings {
    static final Limits LIMITS = new Limits(128 << 20, 1000, 10, 0, 50, Duration.ofSeconds(300), Duration.ofSeconds(180), 262_144);
    static final Limits SMALL = new Limits(2000, 3, 3, 2, 5, Duration.ofSeconds(300), Duration.ofSeconds(180), 262_144);
    static final TlsRules NO_TLS = new TlsRules(Optional.empty(), false);
    static final RelayRules NO_RELAY = new RelayRules(Set.of(), Set.of(), List.of());

    static final AuthenticationRules AUTHENTICATION = new AuthenticationRules(Need.OPTIONAL, false, 4, 3, Duration.ofSeconds(600),
            Duration.ZERO);

    private TestSettings() {}

    /** With a certificate. */
    static ServerSettings authentication(Need need, boolean submission, Duration failureDelay) {
        return authentication(new AuthenticationRules(need, submission, 4, 3, Duration.ofSeconds(600), failureDelay), LIMITS);
    }

    static ServerSettings authentication(AuthenticationRules rules, Limits limits) {
        ServerSettings tls = tls(false);
        return new ServerSettings(tls.name(), tls.hostName(), tls.bindings(), 1000, 1000, false, tls.tls(), tls.relay(), rules, limits);
    }

    static ServerSettings standard() {
        return with(LIMITS, NO_TLS, NO_RELAY, false);
    }

    static ServerSettings limits(Limits limits) {
        return with(limits, NO_TLS, NO_RELAY, false);
    }

    static ServerSettings tls(boolean required) {
        TlsFiles files = new TlsFiles(Path.of("cert.pem"), Path.of("key.pem"));
        return with(LIMITS, new TlsRules(Optional.of(files), required), NO_RELAY, false);
    }

    static ServerSettings relay(Set<String> local, Set<String> domains, String network) {
        return with(LIMITS, NO_TLS, new RelayRules(local, domains, Network.parse(network).stream().toList()), false);
    }

    static ServerSettings mending() {
        return with(LIMITS, NO_TLS, NO_RELAY, true);
    }

    static Limits streaming(int above) {
        return new Limits(128 << 20, 1000, 10, 0, 50, Duration.ofSeconds(300), Duration.ofSeconds(180), above);
    }

    private static ServerSettings with(Limits limits, TlsRules tls, RelayRules relay, boolean mend) {
        return new ServerSettings("default", "mail.example.com", List.of(new Binding("127.0.0.1", 2525, false)), 1000, 1000,
                mend, tls, relay, AUTHENTICATION, limits);
    }
}
