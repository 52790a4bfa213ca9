package org.waypost.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Lookups against configured servers. Any thread; returns at once; stages never fail exceptionally. */
@ProviderType
public interface Dns {
    /**
     * @param domain in lower case, IDN as A-label
     * @param servers addresses ("127.0.0.1", "127.0.0.1:5353") to ask instead of the configured ones; empty: those
     */
    CompletionStage<DnsAnswer<MxRecord>> mx(String domain, List<String> servers);

    /** IPv6 and IPv4 addresses of a name, in the order to be tried. */
    CompletionStage<DnsAnswer<InetAddress>> addresses(String name, List<String> servers);

    /** TXT records, each as one string. */
    CompletionStage<DnsAnswer<String>> txt(String name, List<String> servers);

    /** Names of an address. */
    CompletionStage<DnsAnswer<String>> names(InetAddress address, List<String> servers);

    /** Where a service is to be had, unordered. @param name such as {@code _ldap._tcp.example.com}, in lower case */
    CompletionStage<DnsAnswer<SrvRecord>> srv(String name, List<String> servers);

    /**
     * RFC 2782.
     *
     * @param priority 0 to 65535, lowest first
     * @param weight 0 to 65535, its share of what goes to those of equal priority
     * @param port 0 to 65535
     * @param target without trailing dot; "." if the service is not to be had there
     */
    record SrvRecord(int priority, int weight, int port, String target) {}

    /**
     * @param preference 0 to 65535, lowest first
     * @param host without trailing dot; "." for a null MX (RFC 7505)
     */
    record MxRecord(int preference, String host) {}
}
