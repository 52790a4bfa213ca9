package org.waypost.smtp.server.command;

import java.net.InetSocketAddress;
import java.util.Locale;
import org.waypost.smtp.server.settings.Network;

/** Domains written as addresses in brackets (RFC 5321 4.1.3). */
final class AddressLiteral {
    private static final String IPV6 = "ipv6:";

    private AddressLiteral() {}

    /** Whether a domain is the literal of an address. */
    static boolean names(String domain, InetSocketAddress address) {
        if (!domain.startsWith("[") || !domain.endsWith("]")) {
            return false;
        }
        String inner = domain.substring(1, domain.length() - 1).toLowerCase(Locale.ROOT);
        String text = inner.startsWith(IPV6) ? inner.substring(IPV6.length()) : inner;
        return Network.literal(text).map(literal -> literal.equals(address.getAddress())).orElse(false);
    }
}
