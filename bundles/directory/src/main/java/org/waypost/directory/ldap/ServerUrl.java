package org.waypost.directory.ldap;

import java.net.URI;

/**
 * Where a server listens.
 *
 * @param tls from the first byte ({@code ldaps})
 * @param host a name or a literal address
 * @param port 1 to 65535
 */
public record ServerUrl(boolean tls, String host, int port) {
    private static final int LDAP = 389;
    private static final int LDAPS = 636;
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException if it is not {@code ldap://HOST[:PORT]} or {@code ldaps://HOST[:PORT]} */
    public static ServerUrl parse(String text) {
        URI uri = URI.create(text.trim());
        boolean tls = "ldaps".equalsIgnoreCase(uri.getScheme());
        boolean path = uri.getPath() != null && !uri.getPath().isEmpty() && !"/".equals(uri.getPath());
        if (!tls && !"ldap".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || path || uri.getPort() == 0
                || uri.getPort() > MAX_PORT) {
            throw new IllegalArgumentException(text + " is not ldap://HOST:PORT or ldaps://HOST:PORT");
        }
        String host = uri.getHost().startsWith("[") ? uri.getHost().substring(1, uri.getHost().length() - 1) : uri.getHost();
        int standard = tls ? LDAPS : LDAP;
        return new ServerUrl(tls, host, uri.getPort() < 0 ? standard : uri.getPort());
    }

    /** Whether the host is written as this machine's own. */
    boolean isLoopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    @Override
    public String toString() {
        return (tls ? "ldaps://" : "ldap://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
