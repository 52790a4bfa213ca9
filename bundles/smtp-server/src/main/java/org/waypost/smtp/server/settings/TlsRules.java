package org.waypost.smtp.server.settings;

import java.util.Objects;
import java.util.Optional;
import org.waypost.connection.ListenerSpec.TlsFiles;

/**
 * @param files certificate and key; empty: no STARTTLS unless this server has an identity as a member
 * @param required whether mail is taken over TLS only
 */
public record TlsRules(Optional<TlsFiles> files, boolean required) {
    public TlsRules {
        Objects.requireNonNull(files);
    }
}
