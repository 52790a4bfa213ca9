package org.waypost.directory.ldap.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the directory, pid {@value DirectoryComponent#PID}. */
@ObjectClassDefinition(name = "Waypost directory", description = "The organization's LDAP directory. A change connects anew;"
        + " what is under way is tried again.")
@interface DirectoryConfig {
    @AttributeDefinition(description = "LDAP servers in the order they are tried: ldap://HOST:PORT, ldaps://HOST:PORT, or"
            + " srv:DOMAIN, which asks DNS for _ldap._tcp.DOMAIN (RFC 2782). Default: none, there is no directory then.")
    String[] servers() default {};

    @AttributeDefinition(description = "Servers for look-ups of recipients of a whole Active Directory forest, such as"
            + " ldap://HOST:3268, or srv:DOMAIN, which asks DNS for _gc._tcp.DOMAIN. Default: none, the servers above are asked.")
    String[] globalCatalogServers() default {};

    @AttributeDefinition(description = "Whether TLS is begun (StartTLS) on ldap:// connections before the bind, true or false."
            + " Default false.")
    boolean startTls() default false;

    @AttributeDefinition(description = "PEM file of the certificates trusted in LDAPS and StartTLS, read at each connect."
            + " Default: empty, those of the JDK.")
    String trustFile() default "";

    @AttributeDefinition(description = "How Waypost proves who it is: simple, or the SASL mechanism plain, digest-md5, cram-md5"
            + " or external. Default simple.")
    String mechanism() default "simple";

    @AttributeDefinition(description = "DN to bind as, or the user name of the SASL mechanism. Default: empty, anonymous.")
    String bindDn() default "";

    @AttributeDefinition(description = "File whose first line is the password of the bind, read at each connect. Default: empty,"
            + " none.")
    String passwordFile() default "";

    @AttributeDefinition(description = "The cn of this server's own object in the directory, 1 to 64 characters. Default waypost.")
    String server() default "waypost";

    @AttributeDefinition(description = "DN below which the organization's configuration is, such as"
            + " cn=Configuration,dc=example,dc=com. Default: empty, the whole server.")
    String configurationBase() default "";

    @AttributeDefinition(description = "DN below which recipients are, such as dc=example,dc=com. Default: empty, the whole server.")
    String recipientBase() default "";

    @AttributeDefinition(description = "DN below which recipients are looked up by address. Default: empty, recipientBase.")
    String globalCatalogBase() default "";

    @AttributeDefinition(description = "Whether others keep the entries of this directory, so that no addresses are stamped before"
            + " an administrator said so: auto, true or false. Default auto: true unless all servers are the embedded one.")
    String foreign() default "auto";

    @AttributeDefinition(description = "Connections to one server for short requests, 1 to 64. Default 4.")
    int connections() default 4;

    @AttributeDefinition(description = "Connections to one server for searches of many entries, 1 to 16. Default 2.")
    int scanConnections() default 2;

    @AttributeDefinition(description = "Requests that may wait for a connection to one server, 10 to 100000. Default 2000.")
    int waitingRequests() default 2000;

    @AttributeDefinition(description = "How long connecting and each step of TLS and bind may take, in seconds, 1 to 60. Default 5.")
    int connectTimeout() default 5;

    @AttributeDefinition(description = "How long to wait for each response to a request, in seconds, 1 to 300. Default 10. A"
            + " server that takes longer is left alone until it answers a probe.")
    int requestTimeout() default 10;

    @AttributeDefinition(description = "Longest pause between probes of a server that is down, in seconds, 1 to 3600; the first"
            + " fifteen are one second, each further one twice as long. Default 60.")
    int probePause() default 60;

    @AttributeDefinition(description = "Entries in one page of a search, 10 to 1000. Default 500.")
    int pageSize() default 500;

    @AttributeDefinition(description = "Pause between comparisons with a server that cannot notify of changes, in seconds, 1 to"
            + " 3600. Default 30.")
    int pollInterval() default 30;

    @AttributeDefinition(description = "Answers kept of look-ups of recipients, 100 to 10000000. Default 100000.")
    int cacheEntries() default 100_000;

    @AttributeDefinition(description = "How long a recipient is taken for true without asking again, in seconds, 0 to 86400;"
            + " changes that are notified end it at once. Default 600.")
    int cacheSeconds() default 600;

    @AttributeDefinition(description = "The same for addresses that nobody has, in seconds, 0 to 86400. Default 60.")
    int negativeSeconds() default 60;

    @AttributeDefinition(description = "Look-ups joined into one search, 1 to 200. Default 100.")
    int batch() default 100;

    @AttributeDefinition(description = "How long a user's password that was found right is believed without a new bind, in"
            + " seconds, 0 to 60. Default 10.")
    int loginSeconds() default 10;
}
