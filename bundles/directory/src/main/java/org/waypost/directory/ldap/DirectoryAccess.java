package org.waypost.directory.ldap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Search.Role;
import org.waypost.directory.ldap.watch.Watches;
import org.waypost.event.EventLog;
import org.waypost.metrics.Meter;

/** All that reaches the directory by one set of settings: the servers, and the directories that ask them. Any thread. */
public final class DirectoryAccess implements AutoCloseable {
    private final DirectorySettings settings;
    private final EventLog events;
    private final LdapServers servers;
    private final Supplier<DirectoryStatus.Cache> cache;
    private final Meter meter;
    private final List<Watches> watches = new ArrayList<>();
    private final Map<String, Directory> single = new HashMap<>();
    private final Directory directory;

    /**
     * Asks no server before {@link LdapServers#set} was called.
     *
     * @param probes runs work that waits, as much at once as there are servers
     * @param cache tells about the cache of recipients
     */
    public DirectoryAccess(DirectorySettings settings, EventLog events, ScheduledExecutorService timer, ExecutorService probes,
            Supplier<DirectoryStatus.Cache> cache, Meter meter) {
        this.settings = settings;
        this.events = events;
        this.cache = cache;
        this.meter = meter;
        servers = new LdapServers(settings, events, timer, probes);
        directory = directory(servers, member -> true);
    }

    public LdapServers servers() {
        return servers;
    }

    public Directory directory() {
        return directory;
    }

    /** Requests to any of the servers. */
    public Dispatcher dispatcher() {
        return new Dispatcher(servers, member -> true, meter);
    }

    /** Requests under way fail, watches end. */
    @Override
    public void close() {
        List<Watches> ending;
        synchronized (this) {
            ending = List.copyOf(watches);
        }
        ending.forEach(Watches::close);
        servers.close();
    }

    private synchronized Optional<Directory> at(String url) {
        String normal;
        try {
            normal = ServerUrl.parse(url).toString();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return servers.named(normal).map(server ->
                single.computeIfAbsent(normal, name -> directory(new OneServer(servers, name), member -> member.server().url().equals(name))));
    }

    private synchronized Directory directory(Servers watched, Predicate<Member> allowed) {
        Watches opened = new Watches(watched, settings.pool().pollInterval());
        watches.add(opened);
        return new LdapDirectory(settings, servers, new Dispatcher(servers, allowed, meter), opened, events, cache, this::at);
    }

    /** Only one of the servers. */
    private record OneServer(LdapServers all, String url) implements Servers {
        @Override
        public Server pick(Role role) {
            return all.member(role, member -> member.server().url().equals(url)).server();
        }

        @Override
        public void down(Server server, Throwable cause) {
            all.down(server, cause);
        }

        @Override
        public String base(Role role) {
            return all.base(role);
        }
    }
}
