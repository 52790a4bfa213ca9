package org.waypost.directory.ldap;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Search.Role;

/** A server with its connections, its health and the roles it has. */
final class Member implements AutoCloseable {
    private final Server server;
    private final Set<Role> roles;
    private final Health health;
    private final Pool requests;
    private final Pool scans;

    Member(ServerUrl url, Set<Role> roles, Connector connector, DirectorySettings.PoolSettings settings) {
        server = new Server(url, connector);
        this.roles = EnumSet.copyOf(roles);
        health = new Health(settings.longestPause());
        requests = new Pool(server, health::isDown, settings.connections(), settings.waiting());
        scans = new Pool(server, health::isDown, settings.scans(), settings.waiting());
    }

    Server server() {
        return server;
    }

    Health health() {
        return health;
    }

    /** For requests that are answered soon. */
    Pool requests() {
        return requests;
    }

    /** For searches that may take long, so that short requests do not wait for them. */
    Pool scans() {
        return scans;
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    boolean is(ServerUrl url, Set<Role> itsRoles) {
        return server.url().equals(url.toString()) && roles.equals(itsRoles);
    }

    boolean isAmong(Map<ServerUrl, Set<Role>> servers) {
        return servers.entrySet().stream().anyMatch(entry -> is(entry.getKey(), entry.getValue()));
    }

    void discardIdle() {
        requests.discardIdle();
        scans.discardIdle();
    }

    DirectoryStatus.Server status(boolean inUse) {
        String names = roles.stream().sorted(Comparator.naturalOrder()).map(Role::name).collect(Collectors.joining(" "));
        String kind = server.known().map(dse -> dse.kind().name()).orElse("");
        return new DirectoryStatus.Server(server.url(), names, kind, health.state().name(), health.reason(), inUse,
                requests.connections() + scans.connections());
    }

    @Override
    public void close() {
        requests.close();
        scans.close();
    }
}
