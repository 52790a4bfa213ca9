package org.waypost.admin.core;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.DnsAdmin;
import org.waypost.admin.lockdown.LockdownRig;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.DnsUpdate;
import org.waypost.dns.DnsUpdate.ZoneUpdate;
import org.waypost.event.EventViewer;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.Membership;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;
import org.waypost.policy.RecipientPolicies;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.Run;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.replication.Replication;
import org.waypost.service.Gate;
import org.waypost.testkit.metabase.MemoryMetabase;

/** Every action of the use cases that changes something, each done once on a server where it succeeds. */
final class AdminActions {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final String KEY = "/LM/SmtpSvc/main";

    private final Map<String, Supplier<Answer<?>>> actions = new TreeMap<>();
    private final RecordedEvents events;

    AdminActions(RecordedEvents events, Path folder) {
        this.events = events;
        MemoryMetabase metabase = metabase();
        queues();
        servers();
        services();
        metabase(metabase, folder);
        recipients(metabase);
        linkState();
        dns();
        objects();
        lockdown(folder);
        EventLogUseCases log = new EventLogUseCases(gate(StubService.of(EventViewer.class, Map.of())), gate(metabase), events, WAIT);
        actions.put("EventLogAdmin.level", () -> log.level("SMTP", "3"));
        ReplicationUseCases replication = new ReplicationUseCases(gate(StubService.of(Replication.class, Map.of(
                "status", new Replication.Status("IDLE", "syncrepl", 12, Optional.empty(), List.of()), "resync", done("Same.")))),
                events, WAIT);
        actions.put("ReplicationAdmin.resync", replication::resync);
    }

    /** By interface and method. */
    Map<String, Supplier<Answer<?>>> all() {
        return actions;
    }

    private void queues() {
        QueueStatus status = new QueueStatus("smtp:a", QueueState.READY, 3, 99, Optional.empty(), Optional.empty(), 0, "");
        QueueUseCases queues = new QueueUseCases(gate(StubService.of(Queue.class, Map.ofEntries(Map.entry("queues", done(List.of(status))),
                Map.entry("retry", done(true)), Map.entry("retryAll", done(3)), Map.entry("freeze", done(true)),
                Map.entry("unfreeze", done(true)), Map.entry("disable", done(true)), Map.entry("enable", done(true)),
                Map.entry("outboundHold", done(Optional.empty())), Map.entry("disableOutbound", done(null)),
                Map.entry("enableOutbound", done(null)), Map.entry("delete", done(2)),
                Map.entry("find", done(new MessagePage(List.of(), Optional.empty())))))), events, WAIT);
        actions.put("QueueAdmin.retry", () -> queues.retry("smtp:a"));
        actions.put("QueueAdmin.freeze", () -> queues.freeze("smtp:a"));
        actions.put("QueueAdmin.unfreeze", () -> queues.unfreeze("smtp:a"));
        actions.put("QueueAdmin.retryAll", queues::retryAll);
        actions.put("QueueAdmin.disable", () -> queues.disable("smtp:a"));
        actions.put("QueueAdmin.enable", () -> queues.enable("smtp:a"));
        actions.put("QueueAdmin.disableOutbound", queues::disableOutbound);
        actions.put("QueueAdmin.enableOutbound", queues::enableOutbound);
        actions.put("QueueAdmin.deleteMatching", () -> queues.deleteMatching(MessageFilter.inQueue("smtp:a"), true));
        actions.put("QueueAdmin.retryMatching", () -> queues.retryMatching(MessageFilter.inQueue("smtp:a")));
        actions.put("QueueAdmin.delete", () -> queues.delete("0000000000ABC", true));
    }

    private static Listeners listeners() {
        ListenerStatus main = new ListenerStatus("main", ListenerStatus.State.STARTED, List.of(), 0, List.of(), List.of());
        return StubService.of(Listeners.class, Map.of("list", List.of(main), "start", true, "stop", true, "pause", true));
    }

    private void servers() {
        ServerUseCases servers = new ServerUseCases(gate(listeners()), events, WAIT);
        actions.put("ServerAdmin.start", () -> servers.start("main"));
        actions.put("ServerAdmin.stop", () -> servers.stop("main"));
        actions.put("ServerAdmin.pause", () -> servers.pause("main"));
    }

    private void services() {
        ServiceBundles bundles = StubService.of(ServiceBundles.class, Map.of("all", List.of()));
        ServiceUseCases services = new ServiceUseCases(gate(listeners()), bundles, events, WAIT, WAIT);
        actions.put("ServiceAdmin.start", () -> services.start("main"));
        actions.put("ServiceAdmin.stop", () -> services.stop("main"));
        actions.put("ServiceAdmin.pause", () -> services.pause("main"));
    }

    private static MemoryMetabase metabase() {
        MemoryMetabase metabase = new MemoryMetabase();
        metabase.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR, List.of(
                new Edit.Set(MetabaseKey.of(KEY), "note", new Value.Text("old"), Optional.empty()),
                new Edit.Set(MetabaseKey.of(KEY), "other", new Value.Text("kept"), Optional.empty()))));
        return metabase;
    }

    private void metabase(MemoryMetabase metabase, Path folder) {
        MetabaseUseCases use = new MetabaseUseCases(gate(metabase), events, InstantSource.system(), WAIT);
        actions.put("MetabaseAdmin.set", () -> use.set(KEY, "note", List.of("new"), Optional.empty()));
        actions.put("MetabaseAdmin.unset", () -> use.unset(KEY, "other"));
        actions.put("MetabaseAdmin.importText", () -> use.importText(metabase.export(MetabaseKey.of(KEY))));
        actions.put("MetabaseAdmin.rollback", () -> use.rollback(metabase.history().get(0).version()));
        actions.put("MetabaseAdmin.backup", () -> use.backup(folder.resolve("copy")));
    }

    private void recipients(Metabase metabase) {
        RecipientPolicies.Policy policy = new RecipientPolicies.Policy("Seattle", "cn=Seattle", 1, "(cn=*)", List.of("SMTP:@example.com"), List.of(),
                List.of(), Optional.empty());
        RecipientUpdateService.Status status = new RecipientUpdateService.Status("Example", "dc=example", "n1", "IDLE", false,
                Optional.empty(), Run.NOTHING, Optional.empty(), Optional.empty());
        Gate<RecipientUpdateService> updates = gate(StubService.of(RecipientUpdateService.class, Map.of("status", List.of(status),
                "update", done(Optional.of(Run.NOTHING)), "rebuild", done(Optional.of(Run.NOTHING)))));
        PolicyUseCases policies = new PolicyUseCases(gate(StubService.of(RecipientPolicies.class,
                Map.of("policies", done(List.of(policy)), "apply", done(Optional.of(Run.NOTHING))))), updates, events, WAIT);
        actions.put("PolicyAdmin.apply", () -> policies.apply("Seattle"));
        RecipientUpdateUseCases update = new RecipientUpdateUseCases(updates, gate(metabase), events, WAIT);
        actions.put("RecipientUpdateAdmin.update", () -> update.update("Example"));
        actions.put("RecipientUpdateAdmin.rebuild", () -> update.rebuild("Example"));
        actions.put("RecipientUpdateAdmin.stamping", () -> update.stamping("Example", true));
    }

    private void linkState() {
        Gate<LinkStates> states = gate(StubService.of(LinkStates.class,
                Map.of("map", TwoGroups.MAP, "moveMaster", done(new Answer.Ok<>("n2 is master.")))));
        LinkStateUseCases use = new LinkStateUseCases(states, gate(StubService.of(Membership.class,
                Map.of("join", done(new Answer.Ok<>("Joined."))))), events, WAIT);
        actions.put("LinkStateAdmin.moveMaster", () -> use.moveMaster("North", "n2"));
        actions.put("LinkStateAdmin.join", use::join);
    }

    private void dns() {
        ZoneUpdate update = new ZoneUpdate("example.com", "192.0.2.53 port 53", List.of("new"), List.of("old"), DnsUpdate.Result.CHANGED, "");
        DnsUseCases dns = new DnsUseCases(gate(StubService.of(DnsTrace.class, Map.of())),
                gate(StubService.of(DnsUpdate.class, Map.of("update", done(List.of(update))))), Map::of,
                () -> new OwnHost(List.of("mail.example.com"), List.of(), List.of()), events, WAIT);
        actions.put("DnsAdmin.register", () -> dns.register(new DnsAdmin.Registration(List.of(), List.of("192.0.2.1"), List.of()), true));
    }

    private void objects() {
        ObjectActions objects = new ObjectActions(events);
        actions.put("ObjectAdmin.create", objects::create);
        actions.put("ObjectAdmin.save", objects::save);
        actions.put("ObjectAdmin.delete", () -> new ObjectActions(events).delete());
    }

    /** What is closed first is undone next. */
    private void lockdown(Path folder) {
        LockdownRig lockdown = new LockdownRig(folder, events);
        actions.put("LockdownAdmin.close", lockdown::close);
        actions.put("LockdownAdmin.undo", lockdown::undo);
    }

    private static CompletionStage<Object> done(Object value) {
        return CompletableFuture.completedStage(value);
    }

    private static <T> Gate<T> gate(T service) {
        Gate<T> gate = new Gate<>("service", Duration.ofMillis(20), 10, Runnable::run);
        gate.bind(service);
        return gate;
    }
}
