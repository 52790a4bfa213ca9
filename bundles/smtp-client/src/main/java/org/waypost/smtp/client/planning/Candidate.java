package org.waypost.smtp.client.planning;

import java.net.InetAddress;
import org.waypost.dns.DnsAnswer;

/**
 * A mail exchanger that may be tried.
 *
 * @param preference the lowest is the best
 * @param host a name in lower case
 */
record Candidate(int preference, String host) {
    /** A candidate and what was found about its addresses. */
    record Resolved(Candidate candidate, DnsAnswer<InetAddress> addresses) {}
}
