package org.waypost.directory.ldap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Search.Role;
import org.waypost.event.EventLog;

/** The configured servers and their health: one that is down is probed in the background, with growing pauses. */
public final class LdapServers implements Servers, AutoCloseable {
    private final DirectorySettings settings;
    private final Connector connector;
    private final EventLog events;
    private final ScheduledExecutorService timer;
    private final Executor probes;
    private volatile List<Member> members = List.of();
    private volatile String missing = "no server is known yet";
    private volatile boolean closed;

    /** @param probes runs probes, which wait; as many at once as there are servers */
    public LdapServers(DirectorySettings settings, EventLog events, ScheduledExecutorService timer, Executor probes) {
        this.settings = settings;
        this.events = events;
        this.timer = timer;
        this.probes = probes;
        connector = new Connector(settings.connection());
    }

    /** These are the servers from now on, in the order they are tried. Those that were there before keep their connections. */
    public synchronized void set(Map<ServerUrl, Set<Role>> servers) {
        List<Member> before = members;
        boolean same = before.size() == servers.size() && before.stream().allMatch(member -> member.isAmong(servers));
        // Found by DNS, the same ones come in another order by chance each time.
        if (closed || same) {
            return;
        }
        List<Member> now = new ArrayList<>();
        servers.forEach((url, roles) -> now.add(before.stream().filter(member -> member.is(url, roles)).findFirst()
                .orElseGet(() -> new Member(url, roles, connector, settings.pool()))));
        members = List.copyOf(now);
        before.stream().filter(member -> !now.contains(member)).forEach(Member::close);
        now.stream().filter(member -> !before.contains(member)).forEach(member -> execute(() -> probe(member)));
    }

    /** Why there are no servers, while there are none. */
    public void missing(String reason) {
        missing = reason;
    }

    @Override
    public Server pick(Role role) {
        return member(role, member -> true).server();
    }

    /** See {@link #pick}. @param allowed which of them may be asked */
    Member member(Role role, Predicate<Member> allowed) {
        List<Member> all = members.stream().filter(member -> member.has(role)).filter(allowed).toList();
        return all.stream().filter(member -> !member.health().isDown()).findFirst()
                .orElseThrow(() -> new DirectoryAwayException(all.isEmpty() ? "no directory server for " + role + ": " + missing
                        : all.stream().map(member -> member.server().url() + ": " + member.health().reason())
                                .collect(Collectors.joining("; "))));
    }

    /** How many servers a role has. */
    int count(Role role) {
        return (int) members.stream().filter(member -> member.has(role)).count();
    }

    /** The one server of that URL. */
    Optional<Server> named(String url) {
        return members.stream().map(Member::server).filter(server -> server.url().equals(url)).findFirst();
    }

    @Override
    public void down(Server server, Throwable cause) {
        members.stream().filter(member -> member.server() == server).findFirst().ifPresent(member -> down(member, cause));
    }

    @Override
    public String base(Role role) {
        return settings.bases().of(role);
    }

    /** Whether every server that may be asked is the embedded one. */
    boolean isOwn() {
        List<Member> all = members;
        return !all.isEmpty() && all.stream().allMatch(member -> member.server().isEmbedded());
    }

    List<DirectoryStatus.Server> status() {
        Map<Member, Boolean> inUse = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            members.stream().filter(member -> member.has(role) && !member.health().isDown()).findFirst().ifPresent(first -> inUse.put(first, true));
        }
        return members.stream().map(member -> member.status(inUse.containsKey(member))).toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        members.forEach(Member::close);
        members = List.of();
        missing = "the directory is being closed";
    }

    private void down(Member member, Throwable cause) {
        if (fall(member, cause)) {
            probeLater(member);
        }
    }

    /** @return whether it was not down before */
    private boolean fall(Member member, Throwable cause) {
        String reason = Causes.text(cause);
        Health.Fall fall = member.health().down(reason);
        if (fall.news()) {
            events.report(DirectoryEvent.SERVER_DOWN, member.server().url(), reason);
        }
        if (fall.fell()) {
            member.discardIdle();
        }
        return fall.fell();
    }

    private void probeLater(Member member) {
        try {
            timer.schedule(() -> execute(() -> probe(member)), member.health().nextPause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is being closed; nobody asks any more.
            closed = true;
        }
    }

    private void probe(Member member) {
        if (!members.contains(member)) {
            return;
        }
        try {
            member.server().connect().close();
            if (member.health().up()) {
                events.report(DirectoryEvent.SERVER_UP, member.server().url());
            }
        } catch (LdapException | RuntimeException e) {
            fall(member, e);
            probeLater(member);
        }
    }

    private void execute(Runnable work) {
        try {
            probes.execute(work);
        } catch (RejectedExecutionException e) {
            // The directory is being closed; nobody asks any more.
            closed = true;
        }
    }
}
