package org.waypost.link.protocol;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.link.codec.Message;
import org.waypost.link.table.Ruling;
import org.waypost.link.table.Table;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;

/**
 * How the master of a group applies what its members report. What it raised goes to all members and bridgeheads, which
 * is the caller's to do when the table changed.
 *
 * @param group the group it rules
 * @param ruling its term
 */
public record Mastership(UUID group, Ruling ruling) {
    public Mastership {
        Objects.requireNonNull(group);
        Objects.requireNonNull(ruling);
    }

    /** Whether it still rules by this table. Once it does not it never does again in this term. */
    public boolean holds(Table table) {
        return Optional.ofNullable(table.map().groups().get(group)).filter(ruling::holds).isPresent();
    }

    /**
     * @param member the server that reported, as its key shows
     * @return the table with the report, or as it was if nothing changed or the report is not the member's to make
     */
    public Table reported(Table table, UUID member, Message.Report report) {
        GroupState known = table.map().groups().get(group);
        if (!holds(table) || !isOwn(known, member, report.link())) {
            return table;
        }
        Map<Link, String> down = new TreeMap<>(known.down());
        report.down().ifPresentOrElse(reason -> down.put(report.link(), reason), () -> down.remove(report.link()));
        GroupState raised = ruling.linked(known, down);
        return raised == known ? table : table.with(raised);
    }

    private static boolean isOwn(GroupState known, UUID member, Link link) {
        return link.bridgehead().equals(member) && known.group().servers().stream().anyMatch(server -> server.id().equals(member))
                && known.group().connectors().stream().anyMatch(connector -> connector.id().equals(link.connector()) && connector.hasState()
                        && (connector.sources().isEmpty() || connector.sources().contains(member)));
    }
}
