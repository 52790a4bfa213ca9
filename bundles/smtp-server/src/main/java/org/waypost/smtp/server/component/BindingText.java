package org.waypost.smtp.server.component;

import java.util.Optional;
import org.waypost.connection.ListenerSpec.Binding;

/** Reads {@code 127.0.0.1:2525}, {@code [::1]:2465/tls}. */
final class BindingText {
    static final String ALLOWED = "ADDRESS:PORT or ADDRESS:PORT/tls, port 0 to 65535";
    private static final String TLS = "/tls";
    private static final int MAX_PORT = 65_535;

    private BindingText() {}

    static Optional<Binding> parse(String text) {
        boolean tls = text.endsWith(TLS);
        String address = tls ? text.substring(0, text.length() - TLS.length()) : text;
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        int port = port(address.substring(colon + 1));
        String host = unbracketed(address.substring(0, colon));
        return port < 0 || host.isEmpty() ? Optional.empty() : Optional.of(new Binding(host, port, tls));
    }

    private static int port(String digits) {
        boolean number = !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(digits) : -1;
        return port > MAX_PORT ? -1 : port;
    }

    /** An IPv6 address needs its brackets: without them the port is a guess. */
    private static String unbracketed(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.substring(1, host.length() - 1);
        }
        return host.indexOf(':') >= 0 ? "" : host;
    }
}
