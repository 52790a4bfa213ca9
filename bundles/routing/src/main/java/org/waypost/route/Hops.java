package org.waypost.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.waypost.format.host.SmartHostFormat;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.Site;
import org.waypost.route.layout.Way;
import org.waypost.route.path.Traffic;
import org.waypost.routing.NextHop;
import org.waypost.topology.Connector;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** Makes the next hops of one site's servers. */
final class Hops {
    private static final int SMTP = 25;

    private final List<List<NextHop.Host>> hosts;
    private final RandomGenerator random;

    Hops(Layout layout, Site site, RandomGenerator random) {
        this.hosts = site.ways().stream().map(way -> hosts(layout, way.connector())).toList();
        this.random = random;
    }

    static NextHop.Link to(Server server) {
        return new NextHop.Link("", Optional.empty(), List.of(host(server)), Schedule.ALWAYS);
    }

    /** @param destination whose mail exchangers are meant if the connector has no fixed target */
    NextHop.Link over(Way way, Traffic traffic, String destination) {
        Connector connector = way.connector();
        Optional<UUID> id = connector.hasState() ? Optional.of(connector.id()) : Optional.empty();
        return new NextHop.Link(connector.name(), id, hosts(way, destination), traffic.schedule(connector),
                traffic.isOversize(connector));
    }

    private List<NextHop.Host> hosts(Way way, String destination) {
        Connector connector = way.connector();
        if (!connector.hasState()) {
            return List.of(new NextHop.Host(Optional.empty(), destination, SMTP, true, connector.credentials()));
        }
        List<NextHop.Host> fixed = hosts.get(way.position());
        if (connector.kind() != Connector.Kind.ROUTING_GROUP || fixed.size() == 1) {
            return fixed;
        }
        List<NextHop.Host> turned = new ArrayList<>(fixed);
        Collections.rotate(turned, random.nextInt(turned.size()));
        return turned;
    }

    private static List<NextHop.Host> hosts(Layout layout, Connector connector) {
        return connector.kind() == Connector.Kind.ROUTING_GROUP ? layout.targets(connector).stream().map(Hops::host).toList()
                : connector.smartHosts().stream().map(text -> smartHost(text, connector.credentials())).toList();
    }

    /** Text of another form is a name that nobody will find. */
    private static NextHop.Host smartHost(String text, String credentials) {
        NextHop.SmartHost read = SmartHostFormat.parse(text, credentials).orElse(new NextHop.SmartHost(text, SMTP, false, credentials));
        return new NextHop.Host(Optional.empty(), read.host(), read.port(), read.lookupMx(), credentials);
    }

    private static NextHop.Host host(Server server) {
        return new NextHop.Host(Optional.of(server.name()), server.host(), server.smtpPort(), false, "");
    }
}
