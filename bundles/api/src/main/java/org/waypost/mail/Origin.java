package org.waypost.mail;

import java.util.Objects;

/**
 * Where a message came from.
 *
 * @param virtualServer the virtual server that took it, or empty for a message made here (a DSN)
 * @param remoteAddress the peer's address and port as text, or empty
 * @param protocol as in a Received header: SMTP, ESMTP, ESMTPS, ESMTPSA, UTF8SMTPS, ...; or empty
 * @param user whom the peer authenticated as, or empty
 */
public record Origin(String virtualServer, String remoteAddress, String protocol, String user) {
    /** Of a message made by this server. */
    public static final Origin HERE = new Origin("", "", "", "");

    public Origin {
        Objects.requireNonNull(virtualServer);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(user);
    }
}
