package org.waypost.metric.health;

import java.util.List;
import java.util.stream.Collectors;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryStatus;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.metric.source.Services;
import org.waypost.metrics.Vitals.Level;
import org.waypost.metrics.Vitals.Problem;
import org.waypost.replication.Replication;

/** The part of the checkup that is about the organization: directory, replication, link state. */
record OrganizationCheckup(Services services) {
    void look(List<Problem> problems) {
        services.directory().get().map(Directory::status).ifPresent(status -> directory(status, problems));
        services.replication().get().map(Replication::status).ifPresent(status -> replication(status, problems));
        services.links().get().ifPresent(links -> links(links, problems));
    }

    /** One server down is made good by another; none up is not. */
    private static void directory(DirectoryStatus status, List<Problem> problems) {
        boolean away = status.servers().stream().noneMatch(server -> server.state().equals("UP"));
        List<DirectoryStatus.Server> down = status.servers().stream().filter(server -> server.state().equals("DOWN")).toList();
        down.forEach(server -> problems.add(new Problem(away ? Level.RED : Level.YELLOW, "directory", server.url(),
                "The directory server does not answer: " + server.reason() + ".")));
        if (away && down.isEmpty()) {
            problems.add(new Problem(Level.YELLOW, "directory", "", status.servers().isEmpty() ? "No directory server is known yet."
                    : "No directory server was reached yet: "
                    + status.servers().stream().map(DirectoryStatus.Server::url).collect(Collectors.joining(", ")) + "."));
        }
    }

    private static void replication(Replication.Status status, List<Problem> problems) {
        status.faults().forEach(fault -> problems.add(new Problem(Level.RED, "replication", fault.dn(),
                "Event 1040: the object is not replicated to the metabase since " + fault.since() + ": " + fault.cause())));
    }

    private static void links(LinkStates links, List<Problem> problems) {
        links.unreadable().forEach(object -> problems.add(new Problem(Level.RED, "links", object.split(": ", 2)[0],
                "Event 929: the object cannot be read, and routes are made without it: " + object)));
        LinkStateStatus status = links.status();
        status.links().stream().filter(link -> link.state().equals("DOWN")).forEach(link -> problems.add(new Problem(Level.YELLOW, "links",
                link.connector(), "The connector is down since " + link.since() + ": " + link.reason())));
        if (status.role().equals("SEARCHING")) {
            problems.add(new Problem(Level.YELLOW, "links", status.group(), "There is no contact with the routing group's master "
                    + status.master() + "."));
        }
    }
}
