package org.waypost.smtp.server.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of one virtual server. Values are text, so that a wrong one can be named with its range. */
@ObjectClassDefinition(name = "Waypost SMTP virtual server")
public @interface SmtpServerConfig {
    @AttributeDefinition(description = "Name of the virtual server, which never changes: letters, digits, '.', '-' and '_'."
            + " Default: default.")
    String name() default "default";

    @AttributeDefinition(description = "Where to listen: ADDRESS:PORT, or ADDRESS:PORT/tls for TLS from the first byte; IPv6 in"
            + " brackets; port 0 to 65535, 0 for any free one. Default 127.0.0.1:2525.")
    String[] bindings() default "127.0.0.1:2525";

    @AttributeDefinition(description = "What the server calls itself: a domain. Default: the host's own name.")
    String hostName() default "";

    @AttributeDefinition(description = "Domains whose recipients are looked up here. Default empty: all that the recipient"
            + " resolver knows.")
    String[] localDomains() default {};

    @AttributeDefinition(description = "Domains for which mail is taken from anyone and passed on. Default: none.")
    String[] relayDomains() default {};

    @AttributeDefinition(description = "Clients that may send to any domain: addresses or ADDRESS/BITS. Default: none.")
    String[] relayNetworks() default {};

    @AttributeDefinition(description = "DNS servers by which the mail that came in here finds its way out: IP addresses, each with"
            + " an optional port. Default: none, those of org.waypost.dns.")
    String[] externalDns() default {};

    @AttributeDefinition(type = AttributeType.LONG, min = "1024", max = "1099511627776",
            description = "Octets of the largest message. 1024 to 1099511627776,"
            + " default 134217728 (128 MiB).")
    String maxMessageSize() default "134217728";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "100000",
            description = "Recipients of one message. 1 to 100000, default 1000.")
    String maxRecipients() default "1000";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "100000",
            description = "Connections at once. 1 to 100000, default 1000.")
    String maxConnections() default "1000";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "100000",
            description = "Connections at once from one address. 1 to 100000,"
            + " default 1000.")
    String maxConnectionsPerAddress() default "1000";

    @AttributeDefinition(type = AttributeType.LONG, min = "0", max = "1000000000",
            description = "Messages in one connection; 0 for no bound. 0 to 1000000000,"
            + " default 0.")
    String maxMessagesPerConnection() default "0";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "10000",
            description = "Commands answered with a permanent error after which the"
            + " session ends; an accepted message starts the count anew. 1 to 10000, default 10.")
    String maxErrors() default "10";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "1000",
            description = "Received fields at which a message is taken to be looping."
            + " 1 to 1000, default 50.")
    String maxHops() default "50";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "86400",
            description = "Seconds a client may be silent between commands."
            + " 1 to 86400, default 300.")
    String commandTimeout() default "300";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "86400",
            description = "Seconds a client may be silent within a message or a"
            + " handshake. 1 to 86400, default 180.")
    String dataTimeout() default "180";

    @AttributeDefinition(options = {@Option(label = "refuse", value = "refuse"), @Option(label = "mend", value = "mend")},
            description = "What to do with a CR or LF alone: refuse the command or message, or mend it to CRLF. It"
            + " never ends a message. refuse or mend, default refuse.")
    String bareLineEnds() default "refuse";

    @AttributeDefinition(description = "PEM file of the certificate chain, relative to the home; watched. Default: none, no TLS.")
    String tlsCertificate() default "";

    @AttributeDefinition(description = "PEM file of the private key, relative to the home; watched. Default: none, no TLS.")
    String tlsKey() default "";

    @AttributeDefinition(type = AttributeType.BOOLEAN, description = "Whether mail is taken over TLS only. true or false,"
            + " default false.")
    String requireTls() default "false";

    @AttributeDefinition(options = {@Option(label = "off", value = "off"), @Option(label = "optional", value = "optional"),
        @Option(label = "required", value = "required")}, description = "AUTH by PLAIN and LOGIN, over TLS only: off; optional:"
            + " offered while a directory is there to check passwords; required: no mail is taken without. off, optional or"
            + " required, default optional.")
    String authentication() default "optional";

    @AttributeDefinition(type = AttributeType.BOOLEAN, description = "Whether this is a submission server: TLS and AUTH are"
            + " required, the sender must be an address of the user or the null reverse-path, and Date and Message-ID are added"
            + " where they are missing. true or false, default false.")
    String submission() default "false";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "100000",
            description = "Failed authentications from one address (of IPv6: from one"
            + " /64) within authenticationFailureWindow, over all virtual servers, after which it is answered 421."
            + " 1 to 100000, default 10.")
    String authenticationFailuresPerAddress() default "10";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "100000",
            description = "Failed authentications with one user within"
            + " authenticationFailureWindow, over all virtual servers, after which that user is answered 454."
            + " 1 to 100000, default 10.")
    String authenticationFailuresPerUser() default "10";

    @AttributeDefinition(type = AttributeType.LONG, min = "1", max = "86400",
            description = "Seconds from the first failed authentication of an address or"
            + " user until its failures are forgotten. 1 to 86400, default 600.")
    String authenticationFailureWindow() default "600";

    @AttributeDefinition(type = AttributeType.LONG, min = "0", max = "60",
            description = "Seconds before a failed authentication is answered."
            + " 0 to 60, default 2.")
    String authenticationFailureDelay() default "2";

    @AttributeDefinition(type = AttributeType.LONG, min = "0", max = "16777216",
            description = "Octets of one message that are held in memory; a larger one"
            + " is streamed to the spool. 0 to 16777216, default 262144.")
    String streamAbove() default "262144";
}
