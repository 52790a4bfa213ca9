package org.waypost.admin;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Knows the bearer tokens (RFC 6750) of the HTTP interface. Any thread; returns at once. */
@ProviderType
public interface TokenCheck {
    /**
     * Who may read with a token.
     *
     * @param token as the request shows it, without {@code Bearer}
     * @return a name for the log; empty if it is nobody's
     */
    Optional<String> reader(String token);
}
