package org.waypost.link.greeting;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.waypost.connection.Connection;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Want;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.format.host.SmartHostFormat;
import org.waypost.link.membership.Roster;
import org.waypost.link.participant.Participant.Greeted;
import org.waypost.link.port.Desk;
import org.waypost.link.port.Hosts;
import org.waypost.linkstate.Membership;
import org.waypost.routing.NextHop.SmartHost;
import org.waypost.service.Gate;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/** Greets connectors' targets in turn until one is reached. Any thread; returns at once. */
public final class Greeter implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final Duration TOTAL = Duration.ofSeconds(30);

    private final Gate<Outgoing> outgoing;
    private final Gate<Dns> dns;
    private final Hosts hosts;
    private final Desk desk;
    private final Supplier<Roster> roster;
    private final Supplier<String> hostName;
    private final ScheduledExecutorService thread;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** @param hostName of this server, for EHLO; @param thread for limits of time */
    public Greeter(Gate<Outgoing> outgoing, Gate<Dns> dns, Desk desk, Supplier<Roster> roster, Supplier<String> hostName,
            ScheduledExecutorService thread) {
        this.outgoing = outgoing;
        this.dns = dns;
        this.hosts = new Hosts(dns);
        this.desk = desk;
        this.roster = roster;
        this.hostName = hostName;
        this.thread = thread;
    }

    /**
     * The outcome is told to the desk. While transport or DNS are away it is tried again, as that says nothing of the target.
     *
     * @param targets empty: the connector's smart hosts
     */
    public void greet(Connector connector, List<Server> targets) {
        CompletionStage<Greeted> outcome = targets.isEmpty()
                ? inTurn(connector.smartHosts(), 0, this::smartHost, new Greeted.Failed("it has no target"))
                : inTurn(targets, 0, this::server, new Greeted.Failed("it has no target"));
        outcome.whenComplete((greeted, failure) -> {
            if (failure == null) {
                desk.greeted(connector.id(), greeted);
            } else {
                thread.schedule(() -> greet(connector, targets), AWAY.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        open.forEach(Connection::abort);
    }

    private interface One<T> {
        CompletionStage<Greeted> greet(T target);
    }

    private <T> CompletionStage<Greeted> inTurn(List<T> targets, int index, One<T> one, Greeted last) {
        if (last instanceof Greeted.Reached || index == targets.size()) {
            return CompletableFuture.completedStage(last);
        }
        return one.greet(targets.get(index)).thenCompose(outcome -> inTurn(targets, index + 1, one, outcome));
    }

    private CompletionStage<Greeted> server(Server server) {
        return host(server.name(), server.host(), server.smtpPort(), Optional.of(server));
    }

    private CompletionStage<Greeted> smartHost(String text) {
        Optional<SmartHost> parsed = SmartHostFormat.parse(text, "");
        if (parsed.isEmpty()) {
            return failed(text + " is no smart host (" + SmartHostFormat.ALLOWED + ")");
        }
        SmartHost host = parsed.get();
        if (!host.lookupMx()) {
            return host(text, unbracketed(host.host()), host.port(), Optional.empty());
        }
        return dns.call(service -> service.mx(host.host(), List.of())).thenCompose(answer -> exchangers(host, answer));
    }

    private CompletionStage<Greeted> exchangers(SmartHost host, DnsAnswer<Dns.MxRecord> answer) {
        if (answer instanceof DnsAnswer.Failed<Dns.MxRecord> failed) {
            return failed(failed.reason());
        }
        List<String> names = answer instanceof DnsAnswer.Found<Dns.MxRecord> found
                ? found.records().stream().sorted(Comparator.comparingInt(Dns.MxRecord::preference)).map(Dns.MxRecord::host).toList()
                : List.of(host.host());
        return inTurn(names, 0, name -> host(name, name, host.port(), Optional.empty()), new Greeted.Failed("no exchanger of " + host.host()));
    }

    private CompletionStage<Greeted> host(String name, String host, int port, Optional<Server> server) {
        return hosts.addresses(host).thenCompose(found -> inTurn(found.addresses(), 0,
                address -> place(new Place(name, new InetSocketAddress(address, port), server)), new Greeted.Failed(name + ": " + found.reason())));
    }

    private CompletionStage<Greeted> place(Place place) {
        Outgoing.Destination destination = new Outgoing.Destination(place.name(), place.address(), Optional.empty(), CONNECT);
        return outgoing.call(transport -> transport.connect(destination)).thenCompose(result -> {
            if (result instanceof Outgoing.Result.Failed failed) {
                return failed(failed.reason());
            }
            return begin(((Outgoing.Result.Connected) result).connection(), place);
        });
    }

    private CompletionStage<Greeted> begin(Connection connection, Place place) {
        Greeting greeting = new Greeting(connection, place, new Terms(hostName.get(), place.server().flatMap(this::tls), desk));
        ScheduledFuture<?> limit = thread.schedule(() -> greeting.expire(TOTAL), TOTAL.toMillis(), TimeUnit.MILLISECONDS);
        open.add(connection);
        connection.attach(greeting);
        return greeting.outcome().whenComplete((outcome, failure) -> {
            open.remove(connection);
            limit.cancel(false);
        });
    }

    /** None for a server that has no key to prove itself by: an empty set of keys would mean that any will do. */
    private Optional<Want.ClientTls> tls(Server server) {
        Set<String> keys = roster.get().members().keys(server.name());
        return keys.isEmpty() ? Optional.empty()
                : Optional.of(new Want.ClientTls(Membership.SERVER_NAME, true, roster.get().own(), keys));
    }

    private static CompletionStage<Greeted> failed(String reason) {
        return CompletableFuture.completedStage(new Greeted.Failed(reason));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** What a server says as its name in EHLO (RFC 5321 4.1.3). @param host a name or an address */
    public static String helloName(String host) {
        Optional<InetAddress> address = Hosts.literal(host);
        return address.map(literal -> host.contains(":") ? "[IPv6:" + host + "]" : "[" + host + "]").orElse(host);
    }
}
