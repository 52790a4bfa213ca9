package org.waypost.link.participant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.link.table.Table;
import org.waypost.link.topology.Topology;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;

/** What this server knows, as it changes, and which news of it others have not been told yet. */
final class Picture {
    private final String serverName;
    private final Surroundings surroundings;
    private final Map<UUID, News> news = new LinkedHashMap<>();
    private Table table = Table.EMPTY;
    private OrganizationMap published = OrganizationMap.EMPTY;
    private Optional<Topology> topology = Optional.empty();
    private Optional<Standing> standing = Optional.empty();

    Picture(String serverName, Surroundings surroundings) {
        this.serverName = serverName;
        this.surroundings = surroundings;
    }

    /** @param from who told it; empty if this server did it itself */
    record News(GroupState state, Optional<UUID> from) {}

    void kept(OrganizationMap map) {
        if (topology.isEmpty()) {
            table = new Table(map);
            standing = Standing.of(serverName, topology, table);
        }
    }

    void read(Topology now) {
        topology = Optional.of(now);
        table = table.withDirectory(now.groups());
        standing = Standing.of(serverName, topology, table);
    }

    /** A state that was accepted. @param from who told it; empty if this server is its master */
    void changed(Table now, GroupState state, Optional<UUID> from) {
        table = now;
        news.put(state.group().id(), new News(state, from));
        standing = standing.map(place -> place.group().id().equals(state.group().id()) ? place.with(state) : place);
        if (standing.isEmpty() && topology.isEmpty()) {
            standing = Standing.of(serverName, topology, table);
        }
    }

    Table table() {
        return table;
    }

    Optional<Standing> standing() {
        return standing;
    }

    /** What was not told yet; from now on it counts as told. */
    List<News> drain() {
        List<News> drained = new ArrayList<>(news.values());
        news.clear();
        return drained;
    }

    void publish() {
        if (!table.map().digest().equals(published.digest())) {
            published = table.map();
            surroundings.publish(published);
        }
    }

    String name(UUID server) {
        return table.map().server(server).map(known -> known.name()).orElseGet(server::toString);
    }
}
