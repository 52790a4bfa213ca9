package org.waypost.admin.core;

import java.net.InetAddress;
import java.util.List;

/**
 * What this server is in the DNS.
 *
 * @param names host names of its virtual servers, in lower case
 * @param addresses at which it takes mail
 * @param domains for which it takes mail, in lower case
 */
public record OwnHost(List<String> names, List<InetAddress> addresses, List<String> domains) {
    public OwnHost {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
        domains = List.copyOf(domains);
    }
}
