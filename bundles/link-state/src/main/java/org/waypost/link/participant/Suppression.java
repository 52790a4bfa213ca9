package org.waypost.link.participant;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector;

/** Which links are never told to be down: those at a leaf, where no other way could be taken, or all of them. */
final class Suppression {
    private final Picture picture;
    private final EventLog events;
    private final Set<UUID> reported = new HashSet<>();
    private Leaves leaves = new Leaves(OrganizationMap.EMPTY);

    Suppression(Picture picture, EventLog events) {
        this.picture = picture;
        this.events = events;
    }

    boolean holds(MeasuredLink link, ParticipantSettings settings) {
        return settings.suppressChanges() || leaf(link.connector()).isPresent();
    }

    /** For people, of a link that it holds. */
    String reason(MeasuredLink link) {
        return leaf(link.connector()).map(leaf -> leaf + " is a leaf").orElse("changes of links are suppressed");
    }

    Optional<String> leaf(Connector connector) {
        if (connector.targetGroups().isEmpty()) {
            return Optional.empty();
        }
        if (!leaves.isOf(picture.table().map())) {
            leaves = new Leaves(picture.table().map());
        }
        return picture.standing().flatMap(place -> leaves.at(place.group(), connector));
    }

    void wentDown(MeasuredLink link) {
        Connector connector = link.connector();
        Optional<String> leaf = leaf(connector);
        if (leaf.isEmpty()) {
            reported.remove(connector.id());
            events.report(LinkStateEvent.LINK_DOWN, connector.name(), link.reason());
        } else if (reported.add(connector.id())) {
            events.report(LinkStateEvent.SUPPRESSED, connector.name(), "down", leaf.get());
        }
    }
}
