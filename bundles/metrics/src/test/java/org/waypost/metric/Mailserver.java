package org.waypost.metric;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryStatus;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.metric.source.Services;
import org.waypost.modules.ModuleManager;
import org.waypost.modules.Replacement;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.replication.Replication;
import org.waypost.smtp.VirtualServerStatus;
import org.waypost.spool.Spool;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** Services of a mail server that tell what a test wants; each answers its questions of state only. */
final class Mailserver {
    static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    static final String TOKEN = "waypost_abc";
    private static final UUID SERVER = new UUID(0, 1);
    private static final UUID GROUP = new UUID(0, 2);
    private static final UUID CONNECTOR = new UUID(0, 3);

    final Services services = new Services();
    final List<String> unreadable = new ArrayList<>();
    final List<Replication.Fault> faults = new ArrayList<>();
    Supplier<CompletionStage<List<QueueStatus>>> queues = () -> CompletableFuture.completedStage(List.of(
            queue("smtp:example.net", QueueState.RETRY, 7), queue("smtp:\"odd\\\n.example", QueueState.READY, 2)));
    List<VirtualServerStatus> servers = List.of(new VirtualServerStatus("Default", "STARTED", List.of("0.0.0.0:25"), 3, List.of()));
    List<DirectoryStatus.Server> directories = List.of(directory("ldap://one", "UP"));
    List<LinkStateStatus.Measured> links = List.of();

    Mailserver() {
        services.queue().bind(answering(Queue.class, Map.of("queues", arguments -> queues.get())));
        services.spool().bind(answering(Spool.class, Map.of("size", arguments -> 9L)));
        services.servers().bind(answering(ServerAdmin.class, Map.of("servers", arguments -> new Answer.Ok<>(servers))));
        services.directory().bind(answering(Directory.class, Map.of("status", arguments -> new DirectoryStatus(directories, List.of(),
                new DirectoryStatus.Cache(5, 1, 100, 40, 10)))));
        services.links().bind(answering(LinkStates.class, Map.of("status", arguments -> linkState(), "map", arguments -> map(),
                "unreadable", arguments -> unreadable)));
        services.replication().bind(answering(Replication.class, Map.of("status",
                arguments -> new Replication.Status("RUNNING", "syncrepl", 5, Optional.empty(), faults))));
        services.modules().bind(answering(ModuleManager.class, Map.of("history", arguments -> CompletableFuture.completedStage(List.of(
                new Replacement(1, NOW, "ada", "queue", "1", "a", "2", "b", Replacement.Verdict.ROLLED_BACK, "Worse."))),
                "progress", arguments -> Optional.empty())));
        services.tokens().bind(token -> token.equals(TOKEN) ? Optional.of("token monitoring") : Optional.empty());
    }

    static QueueStatus queue(String name, QueueState state, int messages) {
        return new QueueStatus(name, state, messages, messages * 1000L, Optional.of(NOW.minusSeconds(90)), Optional.empty(), 0, "");
    }

    static DirectoryStatus.Server directory(String url, String state) {
        return new DirectoryStatus.Server(url, "all", "openldap", state, state.equals("DOWN") ? "connection refused" : "", true, 2);
    }

    private LinkStateStatus linkState() {
        return new LinkStateStatus("n1", "East", "MASTER", "n1", "ab", List.of(), links, List.of());
    }

    private static OrganizationMap map() {
        Connector connector = new Connector(CONNECTOR, "Internet", "cn=Internet", Connector.Kind.SMTP, 1, Set.of(SERVER), Set.of(), List.of(),
                List.of(), false, List.of(), "", Connector.Rules.NONE, Schedule.ALWAYS, Optional.empty(), Set.of());
        RoutingGroup group = new RoutingGroup(GROUP, "East", "cn=East", Optional.of(SERVER),
                List.of(new Server(SERVER, "n1", "cn=n1", "n1.example.com", 25, 691, Set.of())), List.of(connector));
        GroupState state = new GroupState(group, new GroupVersion(4, 0, 0, 1), Optional.of(SERVER), Set.of(),
                new TreeMap<>(Map.of(new Link(CONNECTOR, SERVER), "no answer")));
        return new OrganizationMap(new TreeMap<>(Map.of(GROUP, state)), "ab");
    }

    private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (!answers.containsKey(method.getName())) {
                throw new AssertionError(method + " is not asked for by metrics");
            }
            return answers.get(method.getName()).apply(arguments);
        }));
    }
}
