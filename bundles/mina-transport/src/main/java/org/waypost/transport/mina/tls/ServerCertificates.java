package org.waypost.transport.mina.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.Identity;
import org.waypost.connection.ListenerSpec.TlsFiles;

/** What one listener can show in handshakes. Only {@link #filter} may be called by other threads. */
public final class ServerCertificates {
    public static final ServerCertificates NONE = new ServerCertificates(Optional.empty(), Optional.empty(), "");

    private final Optional<CertificateWatch> ordinary;
    private final Optional<CertificateWatch> identity;
    private final String identityName;

    private ServerCertificates(Optional<CertificateWatch> ordinary, Optional<CertificateWatch> identity, String identityName) {
        this.ordinary = ordinary;
        this.identity = identity;
        this.identityName = identityName;
    }

    /** Those of a specification; files watched already stay so, with the last good pair. */
    public ServerCertificates with(ListenerSpec spec) {
        return new ServerCertificates(watch(ordinary, spec.tls()), watch(identity, spec.identity().map(Identity::files)),
                spec.identity().map(Identity::serverName).orElse(""));
    }

    private static Optional<CertificateWatch> watch(Optional<CertificateWatch> before, Optional<TlsFiles> files) {
        return before.filter(watch -> files.equals(Optional.of(watch.files()))).or(() -> files.map(CertificateWatch::new));
    }

    /** Reads again what changed. */
    public CertificateWatch.Change poll() {
        List<CertificateWatch.Change> changes = watches().map(CertificateWatch::poll).toList();
        return Stream.of(CertificateWatch.Change.LOADED, CertificateWatch.Change.BROKEN).filter(changes::contains)
                .findFirst().orElse(CertificateWatch.Change.NONE);
    }

    /** Sentences for the operator. */
    public List<String> problems() {
        return watches().flatMap(watch -> watch.problem().stream()).toList();
    }

    private Stream<CertificateWatch> watches() {
        return Stream.concat(ordinary.stream(), identity.stream());
    }

    /** For the next handshake; empty if nothing can be shown. */
    public Optional<TlsFilter> filter() {
        Optional<Credentials> shown = ordinary.flatMap(CertificateWatch::credentials);
        Optional<Credentials> own = identity.flatMap(CertificateWatch::credentials);
        if (own.isEmpty()) {
            return shown.map(credentials -> new TlsFilter(credentials.shared(), true));
        }
        return Optional.of(shown.isEmpty() ? new MutualTlsFilter(own.get())
                : new NamedTlsFilter(shown.get().shared(), this::isIdentity, own.get()));
    }

    private boolean isIdentity(String name) {
        return name.toLowerCase(Locale.ROOT).equals(identityName.toLowerCase(Locale.ROOT));
    }
}
