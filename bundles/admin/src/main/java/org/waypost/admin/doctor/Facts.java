package org.waypost.admin.doctor;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What the checks need to know of this server.
 *
 * @param domains for which mail is received here, in lower case
 * @param addresses on which virtual servers listen; those of the machine where one listens on all
 * @param dnsServers addresses with an optional port; empty where those of the operating system are asked
 * @param etc folder of the configuration
 * @param data folder of mail
 */
public record Facts(List<VirtualServer> servers, List<String> domains, List<InetAddress> addresses, List<String> dnsServers, Path etc,
        Path data) {
    public Facts {
        servers = List.copyOf(servers);
        domains = List.copyOf(domains);
        addresses = List.copyOf(addresses);
        dnsServers = List.copyOf(dnsServers);
    }

    /**
     * @param hostName empty for that of the machine
     * @param relayNetworks addresses or ADDRESS/BITS
     * @param certificate PEM file; empty for none
     */
    public record VirtualServer(String name, String hostName, List<String> relayNetworks, String certificate) {
        public VirtualServer {
            relayNetworks = List.copyOf(relayNetworks);
        }
    }
}
