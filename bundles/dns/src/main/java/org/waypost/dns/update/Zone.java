package org.waypost.dns.update;

import java.net.InetSocketAddress;
import org.xbill.DNS.Name;

/** A zone and the server that has the say over it. */
public record Zone(Name name, InetSocketAddress server) {
}
