package org.waypost.mail;

import java.util.Objects;

/**
 * Where a message came from.
 *
 * @param virtualServer the virtual server that took it, or empty for a message made here (a DSN)
 * @param remoteAddress the peer's address and port as text, or empty
 * @param protocol as in a Received header: SMTP, ESMTP, ESMTPS, ESMTPSA, UTF8SMTPS, ...; or empty
 * @param user whom the peer authenticated as, or empty
 * @param originator the reverse-path it came with, in angle brackets, if it is a copy that has another one now (a
 *     group whose reports go to its owner); else empty. Restrictions look at this one.
 * @param server the server of the organization that handed it over, by name, if its key proved it; else empty
 */
public record Origin(String virtualServer, String remoteAddress, String protocol, String user, String originator, String server) {
    /** Of a message made by this server. */
    public static final Origin HERE = new Origin("", "", "", "");

    public Origin {
        Objects.requireNonNull(virtualServer);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(user);
        Objects.requireNonNull(originator);
        Objects.requireNonNull(server);
    }

    /** Of a message from outside the organization that has the reverse-path it came with. */
    public Origin(String virtualServer, String remoteAddress, String protocol, String user) {
        this(virtualServer, remoteAddress, protocol, user, "", "");
    }

    /** Of a copy with another reverse-path; the first originator stays. @param reversePath without angle brackets */
    public Origin copied(String reversePath) {
        return originator.isEmpty() ? new Origin(virtualServer, remoteAddress, protocol, user, "<" + reversePath + ">", server) : this;
    }
}
