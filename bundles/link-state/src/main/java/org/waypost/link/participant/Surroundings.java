package org.waypost.link.participant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.event.EventLog;
import org.waypost.link.codec.Message;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/**
 * What a {@link Participant} asks of the world: connections, directory, router, event log. Called in the participant's
 * thread; returns at once; what comes of it is told to the participant by one of its methods, in that thread again.
 */
public interface Surroundings {
    /** The persistent connection to the group's master: kept up from now on, or closed if empty. @param master not this server */
    void follow(Optional<Server> master);

    /** Over the persistent connection with a master or member; dropped if there is none. */
    void send(UUID server, Message message);

    /**
     * Sees whether a connector's target answers, the targets in turn until one does; with a bridgehead that is a server of the
     * organization also begins the exchange of tables. Answered by {@link Participant#greeted}, with what a bridgehead
     * says in the meantime given to {@link Participant#received}.
     *
     * @param targets bridgeheads of another group; empty if the connector has a smart host
     */
    void greet(Connector connector, List<Server> targets);

    /**
     * Asks the directory for the next term of a group: written if it still is {@code after}, together with this server as
     * the group's master. Answered by {@link Participant#granted} or {@link Participant#denied}.
     */
    void claim(UUID group, long after);

    /** The map is this one now: told to whoever routes, and kept on disk. */
    void publish(OrganizationMap map);

    EventLog events();
}
