package org.waypost.smtp.server.settings;

import java.util.List;
import java.util.Objects;
import org.waypost.connection.ListenerSpec;

/**
 * All settings of one virtual server, valid as a whole.
 *
 * @param name of the virtual server
 * @param hostName what it calls itself
 * @param bindings at least one
 * @param maxConnections at once, 1 or more
 * @param maxConnectionsPerAddress at once from one remote address, 1 or more
 * @param mendBareLineEnds whether a CR or LF alone is made a CRLF, instead of refused
 * @param tls certificate and demand
 * @param relay whose mail goes where
 * @param authentication whether clients say who they are
 * @param limits of each session
 */
public record ServerSettings(String name, String hostName, List<ListenerSpec.Binding> bindings, int maxConnections,
        int maxConnectionsPerAddress, boolean mendBareLineEnds, TlsRules tls, RelayRules relay, AuthenticationRules authentication, Limits limits) {
    public ServerSettings {
        Objects.requireNonNull(name);
        Objects.requireNonNull(hostName);
        bindings = List.copyOf(bindings);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(relay);
        Objects.requireNonNull(authentication);
        Objects.requireNonNull(limits);
    }

    /** What the transport is to listen on. */
    public ListenerSpec listener() {
        return new ListenerSpec(name, bindings, tls.files(), maxConnections, maxConnectionsPerAddress,
                "421 4.3.2 " + hostName + " Too many connections, try again later\r\n");
    }
}
