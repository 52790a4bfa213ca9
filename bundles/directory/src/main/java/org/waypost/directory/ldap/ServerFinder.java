package org.waypost.directory.ldap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.waypost.directory.Search.Role;
import org.waypost.dns.Dns;
import org.waypost.dns.Dns.SrvRecord;
import org.waypost.dns.DnsAnswer;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;

/** Finds servers, those of {@code srv:} by DNS, again and again. Any thread. */
public final class ServerFinder {
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final String DIRECTORY = "_ldap._tcp.";
    private static final String GLOBAL_CATALOG = "_gc._tcp.";

    private final Places places;
    private final LdapServers servers;
    private final Gate<Dns> dns;
    private final SrvOrder order;
    private final EventLog events;
    private final ScheduledExecutorService timer;
    private volatile String said = "";

    public ServerFinder(Places places, LdapServers servers, Gate<Dns> dns, RandomGenerator random, EventLog events, ScheduledExecutorService timer) {
        this.places = places;
        this.servers = servers;
        this.dns = dns;
        this.events = events;
        this.timer = timer;
        order = new SrvOrder(random);
    }

    /** Finds them now, and from time to time if DNS is needed for it, until the timer is shut down. */
    public void find() {
        urls(places.general(), DIRECTORY).thenCombine(urls(places.globalCatalogs(), GLOBAL_CATALOG), ServerFinder::roles)
                .whenComplete((found, failure) -> finished(found, failure));
    }

    private void finished(Map<ServerUrl, Set<Role>> found, Throwable failure) {
        if (failure == null) {
            said = "";
            servers.set(found);
        } else {
            String reason = Causes.text(failure);
            servers.missing(reason);
            if (!reason.equals(said)) {
                said = reason;
                events.report(DirectoryEvent.NOT_FOUND_BY_DNS, String.join(" ", places.general()), reason);
            }
        }
        if (places.needDns()) {
            later(failure == null ? AGAIN : AGAIN_AFTER_FAILURE);
        }
    }

    private void later(Duration pause) {
        try {
            timer.schedule(this::find, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The directory is being closed.
            servers.missing("the directory is being closed");
        }
    }

    private static Map<ServerUrl, Set<Role>> roles(List<ServerUrl> general, List<ServerUrl> globalCatalogs) {
        Map<ServerUrl, Set<Role>> roles = new LinkedHashMap<>();
        Set<Role> generalRoles = globalCatalogs.isEmpty() ? EnumSet.allOf(Role.class) : EnumSet.of(Role.CONFIGURATION, Role.DOMAIN);
        general.forEach(url -> roles.put(url, generalRoles));
        globalCatalogs.forEach(url -> roles.merge(url, EnumSet.of(Role.GLOBAL_CATALOG), (has, more) -> EnumSet.allOf(Role.class)));
        return roles;
    }

    private CompletionStage<List<ServerUrl>> urls(List<String> configured, String service) {
        CompletionStage<List<ServerUrl>> all = CompletableFuture.completedStage(List.of());
        for (String place : configured) {
            CompletionStage<List<ServerUrl>> these = place.startsWith(Places.SRV) ? lookedUp(service + place.substring(Places.SRV.length()))
                    : CompletableFuture.completedStage(List.of(ServerUrl.parse(place)));
            all = all.thenCombine(these, ServerFinder::joined);
        }
        return all;
    }

    private CompletionStage<List<ServerUrl>> lookedUp(String name) {
        return dns.call(service -> service.srv(name, List.of())).thenApply(answer -> {
            if (answer instanceof DnsAnswer.Found<SrvRecord> found) {
                return order.of(found.records()).stream().map(record -> new ServerUrl(false, record.target(), record.port())).toList();
            }
            throw new IllegalStateException(answer instanceof DnsAnswer.Failed<SrvRecord> failed ? failed.reason() : name + " has no SRV records");
        });
    }

    private static List<ServerUrl> joined(List<ServerUrl> first, List<ServerUrl> second) {
        List<ServerUrl> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
