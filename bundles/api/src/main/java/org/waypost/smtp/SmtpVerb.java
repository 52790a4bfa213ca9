package org.waypost.smtp;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;
import org.waypost.mail.Reply;

/**
 * A verb that another bundle contributes to the SMTP service: an OSGi service. Sessions copy the list
 * of verbs at EHLO. The built-in verbs cannot be replaced by it.
 */
@ConsumerType
public interface SmtpVerb {
    /** In upper case, such as {@code X-LINK2STATE}. */
    String verb();

    /** The EHLO line to announce it with, if any. */
    Optional<String> keyword();

    /** What must be so before {@link #handle} is called; else the session answers itself. */
    Set<Requirement> requires();

    /** Any thread; returns at once. A failed stage is answered 451. */
    CompletionStage<Reply> handle(Request request);

    /** See {@link #requires}. */
    enum Requirement {
        HELLO,
        TLS,
        AUTHENTICATION,
        /** The peer proved by its key to be a server of the organization. */
        SERVER,
        NO_TRANSACTION
    }

    /**
     * @param virtualServer the virtual server's name
     * @param session of this process, unique: the same for all commands of one connection
     * @param remoteAddress the peer's address
     * @param server the server of the organization that the peer proved to be, by name; or empty
     * @param argument the rest of the command line, trimmed
     */
    record Request(String virtualServer, long session, String remoteAddress, Optional<String> server, String argument) {}
}
