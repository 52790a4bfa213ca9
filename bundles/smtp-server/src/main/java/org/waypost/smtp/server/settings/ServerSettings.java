package org.waypost.smtp.server.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.Membership.Members;

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

    /** This server's own as a member, which is shown where other servers come; not where only users do. */
    public Optional<ListenerSpec.Identity> identity(Members members) {
        return authentication.submission() ? Optional.empty() : members.identity()
                .map(own -> new ListenerSpec.Identity(new TlsFiles(own.certificate(), own.privateKey()), Membership.SERVER_NAME));
    }

    /** What the transport is to listen on. */
    public ListenerSpec listener(Members members) {
        return new ListenerSpec(name, bindings, tls.files(), maxConnections, maxConnectionsPerAddress,
                "421 4.3.2 " + hostName + " Too many connections, try again later\r\n", identity(members));
    }
}
