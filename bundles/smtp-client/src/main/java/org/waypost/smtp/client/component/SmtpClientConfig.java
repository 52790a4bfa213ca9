package org.waypost.smtp.client.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of outbound SMTP, pid {@value SmtpClientComponent#PID}. */
@ObjectClassDefinition(name = "Waypost SMTP Client", description = "How mail goes out by SMTP")
@interface SmtpClientConfig {
    @AttributeDefinition(description = "Our name in EHLO: a domain name, or an address in brackets. Empty (the default):"
            + " the name of this machine.")
    String hostName() default "";

    @AttributeDefinition(description = "Further names of this server. A mail exchanger that is one of them, or hostName, is"
            + " not used, nor are those of worse preference. Domain names. Default: none.")
    String[] ownNames() default {};

    @AttributeDefinition(description = "Addresses at which this server takes mail, for the same purpose as ownNames: IP"
            + " addresses, or * for those of this machine except loopback. Default *.")
    String[] ownAddresses() default {"*"};

    @AttributeDefinition(min = "1", max = "65535", description = "Port of mail exchangers, 1 to 65535. Default 25.")
    int port() default 25;

    @AttributeDefinition(description = "Our own addresses to connect from, at most one IPv4 and one IPv6 address. Default:"
            + " none, the system chooses.")
    String[] sourceAddress() default {};

    @AttributeDefinition(description = "When connections are secured: opportunistic (when the server offers STARTTLS),"
            + " required, or off. Default opportunistic.", options = {@Option(label = "opportunistic", value = "opportunistic"),
                    @Option(label = "required", value = "required"), @Option(label = "off", value = "off")})
    String tls() default "opportunistic";

    @AttributeDefinition(description = "Whether a server's certificate must be trusted and carry its name, true or false."
            + " Default false.")
    boolean tlsVerify() default false;

    @AttributeDefinition(description = "Whether messages are sent by BDAT where CHUNKING is offered, true or false. Default true.")
    boolean chunking() default true;

    @AttributeDefinition(description = "Credentials for smart hosts, each as name=user:file; the first line of the file is"
            + " the password. A relative file is below the home. Read when the configuration changes. Default: none.")
    String[] credentials() default {};

    @AttributeDefinition(description = "Whether credentials may be sent without TLS, true or false. Default false.")
    boolean clearTextAuthentication() default false;

    @AttributeDefinition(min = "1", max = "600",
            description = "How long to wait for a connection to stand, in seconds, 1 to 600. Default 30.")
    int connectTimeout() default 30;

    @AttributeDefinition(min = "1", max = "100000",
            description = "Messages sent on one connection before it is closed, 1 to 100000. Default 500.")
    int messagesPerConnection() default 500;

    @AttributeDefinition(min = "0", max = "300",
            description = "How long a connection is kept for the next message, in seconds, 0 to 300; 0 closes it"
            + " after each message. Default 10.")
    int keepIdle() default 10;

    @AttributeDefinition(min = "1", max = "100",
            description = "Mail exchangers of a domain that are tried, 1 to 100. Default 5.")
    int maxExchangers() default 5;

    @AttributeDefinition(min = "1", max = "100",
            description = "Addresses of a next hop that are tried, 1 to 100. Default 10.")
    int maxAddresses() default 10;
}
