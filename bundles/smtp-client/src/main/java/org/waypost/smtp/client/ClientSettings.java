package org.waypost.smtp.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.routing.NextHop;
import org.waypost.smtp.client.session.Credentials;
import org.waypost.smtp.client.session.TlsPolicy;
import org.waypost.smtp.client.planning.Limits;

/**
 * How mail goes out.
 *
 * @param hostName for EHLO
 * @param port where mail exchangers listen, 1 to 65535
 * @param sources our addresses to connect from, at most one of each family; without one the system chooses
 * @param verify whether a certificate must be trusted and carry the host's name
 * @param chunking whether BDAT is used where it is offered
 * @param clearTextAuth whether credentials may go out without TLS
 * @param connectTimeout for one connection to stand, positive
 * @param messagesPerConnection after which a connection is closed, 1 or more
 * @param keepIdle how long a connection is kept for the next message; zero: not at all
 * @param credentials by the name that smart hosts use
 */
public record ClientSettings(String hostName, int port, List<InetAddress> sources, Limits limits, TlsPolicy tls,
        boolean verify, boolean chunking, boolean clearTextAuth, Duration connectTimeout, int messagesPerConnection,
        Duration keepIdle, Map<String, Credentials> credentials) {
    public ClientSettings {
        sources = List.copyOf(sources);
        credentials = Map.copyOf(credentials);
    }

    /** The address to reach another one from. */
    Optional<InetAddress> sourceFor(InetAddress target) {
        return sources.stream().filter(source -> source instanceof Inet4Address == target instanceof Inet4Address).findFirst();
    }

    /**
     * Under which idle connections are found: those of the same next hop, made on the same terms.
     *
     * @param dnsServers by which the hop is found
     */
    String poolKey(NextHop hop, List<String> dnsServers, MemberTls memberTls) {
        return String.join("|", hop.queue(), hop.credentials(), String.join(";", dnsServers), hostName, tls.name(),
                verify ? "verified" : "", Integer.toString(port), sources.toString(), memberTls.poolKey(hop));
    }
}
