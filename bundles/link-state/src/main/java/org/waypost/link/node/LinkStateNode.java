package org.waypost.link.node;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Protocol;
import org.waypost.directory.Directory;
import org.waypost.dns.Dns;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.directory.TopologyFeed;
import org.waypost.link.greeting.Greeter;
import org.waypost.link.greeting.LinkStateVerb;
import org.waypost.link.identity.ServerKeys;
import org.waypost.link.membership.Joining;
import org.waypost.link.membership.KeyMembership;
import org.waypost.link.membership.Roster;
import org.waypost.link.membership.Watchers;
import org.waypost.link.participant.Participant;
import org.waypost.link.participant.ParticipantSettings;
import org.waypost.link.port.Follower;
import org.waypost.link.port.Hosts;
import org.waypost.link.port.LinkStatePort;
import org.waypost.link.port.Strangers;
import org.waypost.link.port.Talks;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.Membership.Identity;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.service.Gate;
import org.waypost.smtp.SmtpVerb;
import org.waypost.topology.Server;

/** Link state of one server, running from its making until it is closed. Any thread. */
public final class LinkStateNode implements AutoCloseable {
    private static final int SILENT_FOR = 3;
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);
    private static final Duration SHORTEST_TICK = Duration.ofMillis(50);
    private static final int TICKS = 4;
    private static final Duration ENDING = Duration.ofSeconds(2);

    private final String serverName;
    private final EventLog events;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            work -> new Thread(work, "waypost-link-state"), new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-link-state-files"));
    private final ServerKeys keys;
    private final KeptMap kept;
    private final Watchers<OrganizationMap> map = new Watchers<>(OrganizationMap.EMPTY);
    private final Watchers<Optional<ListenerSpec>> listener;
    private final ParticipantDesk desk = new ParticipantDesk(this::participant, thread);
    private final KeyMembership membership;
    private final Talks talks;
    private final Greeter greeter;
    private final Directories directories;
    private final LinkStatesService states;
    private final Participant participant;
    private final Protocol port;
    private final SmtpVerb verb;
    private volatile ParticipantSettings settings;
    private volatile ListenerSpec lastListener;
    private Optional<TopologyFeed> feed = Optional.empty();

    /** @param folder where keys and map are kept */
    public LinkStateNode(String serverName, Path folder, ParticipantSettings settings, Gate<Outgoing> outgoing, Gate<Dns> dns,
            EventLog events, InstantSource clock) {
        this.serverName = serverName;
        this.settings = settings;
        this.events = events;
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        keys = new ServerKeys(folder, clock, new SecureRandom());
        kept = new KeptMap(folder, worker);
        directories = new Directories(serverName, desk, map);
        membership = new KeyMembership(() -> joining().join(directories.present()));
        identity(folder).ifPresent(membership::identity);
        Optional<OrganizationMap> before = kept.read(events);
        before.ifPresent(this::use);
        listener = new Watchers<>(spec());
        talks = new Talks(desk, membership::roster, () -> this.settings.keepAlive().multipliedBy(SILENT_FOR), events,
                new Strangers("the link state port", events, clock));
        greeter = new Greeter(outgoing, dns, desk, membership::roster, this::helloName, thread);
        Follower follower = new Follower(outgoing, new Hosts(dns), talks, thread);
        participant = new Participant(serverName, settings, clock, new World(follower, talks, greeter, directories, this::publish, events));
        states = new LinkStatesService(map, desk, directories, serverName);
        watchListener(next -> next.ifPresent(now -> lastListener = now));
        port = new LinkStatePort(() -> lastListener, talks);
        verb = new LinkStateVerb(desk, membership::roster, events, new Strangers("the verb " + LinkStateVerb.VERB, events, clock));
        before.ifPresent(known -> desk.tell(p -> p.kept(known)));
        thread.execute(this::tick);
    }

    public LinkStates states() {
        return states;
    }

    public Membership membership() {
        return membership;
    }

    public SmtpVerb verb() {
        return verb;
    }

    /** To be registered for as long as there is something to listen on, see {@link #watchListener}. */
    public Protocol port() {
        return port;
    }

    /** Told what the port is to listen on, now and whenever that changes; empty: nothing. */
    public AutoCloseable watchListener(Consumer<Optional<ListenerSpec>> watcher) {
        return listener.watch(watcher);
    }

    public void settings(ParticipantSettings next) {
        settings = next;
        desk.tell(p -> p.settings(next));
    }

    /** The directory came, or a better one did. */
    public synchronized void directory(Directory directory) {
        feed.ifPresent(TopologyFeed::close);
        directories.present(Optional.of(directory));
        feed = Optional.of(new TopologyFeed(directory, topology -> desk.tell(p -> p.topology(topology)), thread));
    }

    /** The directory went. Ignored if another one came since. */
    public synchronized void directoryGone(Directory directory) {
        if (directories.present().filter(present -> present == directory).isPresent()) {
            feed.ifPresent(TopologyFeed::close);
            feed = Optional.empty();
            directories.present(Optional.empty());
        }
    }

    /** What stands on disk is what was known last. Connections of members end or go on with whoever thaws them. */
    @Override
    public synchronized void close() {
        feed.ifPresent(TopologyFeed::close);
        thread.shutdown();
        desk.close();
        talks.close();
        greeter.close();
        worker.shutdown();
        try {
            worker.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Participant participant() {
        return participant;
    }

    private Optional<Identity> identity(Path folder) {
        try {
            return keys.read();
        } catch (IOException e) {
            events.report(LinkStateEvent.NO_IDENTITY, folder, e);
            return Optional.empty();
        }
    }

    private Joining joining() {
        return new Joining(serverName, keys, worker, events, identity -> {
            membership.identity(identity);
            thread.execute(() -> listener.value(spec()));
        });
    }

    private void publish(OrganizationMap next) {
        use(next);
        kept.keep(next);
        listener.value(spec());
    }

    private void use(OrganizationMap next) {
        membership.map(next);
        map.value(next);
    }

    private Optional<Server> own() {
        return map.value().server(serverName);
    }

    private Optional<ListenerSpec> spec() {
        Roster roster = membership.roster();
        return own().flatMap(server -> roster.own().map(files -> LinkStatePort.listener(server, files)));
    }

    private String helloName() {
        return Greeter.helloName(own().map(Server::host).orElse(serverName));
    }

    private void tick() {
        desk.tell(p -> {
            p.tick();
            states.refresh(p);
        });
        Duration shortest = Stream.of(settings.glitchRetry(), settings.probe(), settings.keepAlive(), settings.damping())
                .min(Duration::compareTo).orElseThrow().dividedBy(TICKS);
        Duration next = shortest.compareTo(LONGEST_TICK) > 0 ? LONGEST_TICK : shortest.compareTo(SHORTEST_TICK) < 0 ? SHORTEST_TICK : shortest;
        thread.schedule(this::tick, next.toMillis(), TimeUnit.MILLISECONDS);
    }
}
