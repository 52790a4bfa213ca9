package org.waypost.metric;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.waypost.admin.TokenCheck;
import org.waypost.metric.source.Services;

/** Who may see metrics and health: this machine, and whoever shows a token of the HTTP interface. Any thread. */
public final class Visitors {
    private static final String BEARER = "Bearer ";

    private final Services services;
    private volatile boolean open;

    public Visitors(Services services) {
        this.services = services;
    }

    /** @param everybody whether no token is needed at all */
    public void open(boolean everybody) {
        open = everybody;
    }

    boolean admits(HttpServletRequest request) {
        return open || isLocal(request) || token(request).isPresent();
    }

    /** What a proxy on this machine passes on is not of this machine. */
    private static boolean isLocal(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null || request.getHeader("Via") != null) {
            return false;
        }
        try {
            // Always a literal address, so nothing is looked up.
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        boolean shown = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        Optional<TokenCheck> check = services.tokens().get();
        return shown && check.isPresent() ? check.get().reader(header.substring(BEARER.length()).trim()) : Optional.empty();
    }
}
