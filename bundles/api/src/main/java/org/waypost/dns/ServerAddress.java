package org.waypost.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of a DNS server. Names are refused: they would need a DNS server. */
public final class ServerAddress {
    private static final int DNS_PORT = 53;
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::(\\d{1,5}))?");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-fA-F:.]+)](?::(\\d{1,5}))?");
    private static final Pattern V6 = Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F.]*)()");

    private ServerAddress() {
    }

    /**
     * @param text such as {@code 127.0.0.1}, {@code 127.0.0.1:5353}, {@code ::1} or {@code [::1]:5353}
     * @throws IllegalArgumentException if it is none of these; the message is for the operator
     */
    public static InetSocketAddress parse(String text) {
        for (Pattern form : new Pattern[] {V4, BRACKETED, V6}) {
            Matcher m = form.matcher(text);
            if (m.matches()) {
                return new InetSocketAddress(address(text, m.group(1)), port(text, m.group(2)));
            }
        }
        throw refused(text);
    }

    /** As {@link #parse}; empty if it is none. */
    public static Optional<InetSocketAddress> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static InetAddress address(String text, String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw refused(text);
        }
    }

    private static int port(String text, String digits) {
        int port = digits == null || digits.isEmpty() ? DNS_PORT : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw refused(text);
        }
        return port;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("'" + text + "' is not an IP address with an optional port");
    }
}
