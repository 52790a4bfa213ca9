package org.waypost.dns.resolver.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of name lookups, pid {@value DnsComponent#PID}. */
@ObjectClassDefinition(name = "Waypost DNS", description = "How names are looked up")
@interface DnsConfig {
    @AttributeDefinition(description = "DNS servers in the order they are asked: IP addresses, each with an optional port"
            + " (127.0.0.1, 127.0.0.1:5353, ::1, [::1]:5353). Default: none, which takes"
            + " rootHints or, without them, those of the operating system.")
    String[] servers() default {};

    @AttributeDefinition(description = "Root DNS servers, from which names are looked up without another resolver: IP addresses,"
            + " each with an optional port, or public for those of the Internet. Used while there are no servers. Default: none.")
    String[] rootHints() default {};

    @AttributeDefinition(min = "1", max = "65535",
            description = "Port of the DNS servers that a zone names, 1 to 65535. Default 53.")
    int referralPort() default 53;

    @AttributeDefinition(min = "1", max = "60",
            description = "How long to wait for one answer of one server, in seconds, 1 to 60. Default 5.")
    int timeout() default 5;

    @AttributeDefinition(min = "1", max = "10",
            description = "How often the list of servers is gone through before a lookup fails, 1 to 10. Default 2.")
    int rounds() default 2;

    @AttributeDefinition(description = "Whether lookups use TCP only, true or false. Default false: UDP, and TCP after a"
            + " truncated answer.")
    boolean tcpOnly() default false;

    @AttributeDefinition(min = "1", max = "1000000",
            description = "Entries kept in the cache of each list of servers, 1 to 1000000. Default 20000.")
    int cacheEntries() default 20_000;

    @AttributeDefinition(min = "0", max = "604800",
            description = "Longest time an answer is kept whatever its own TTL, in seconds, 0 to 604800."
            + " Default 86400.")
    int maxTtl() default 86_400;

    @AttributeDefinition(min = "0", max = "86400",
            description = "Longest time the absence of a name or record is kept, in seconds, 0 to 86400."
            + " Default 900.")
    int maxNegativeTtl() default 900;

    @AttributeDefinition(description = "DNS server that dns:register changes the records of this server at: an IP address with an"
            + " optional port. Default: none, the primary server of each zone.")
    String updateServer() default "";

    @AttributeDefinition(description = "File with the key that signs such changes, as tsig-keygen writes it; relative to the home."
            + " Read at each change. Default: none, they are not signed.")
    String updateKeyFile() default "";
}
