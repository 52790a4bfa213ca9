package org.waypost.link.node;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.waypost.event.EventLog;
import org.waypost.link.codec.Message;
import org.waypost.link.greeting.Greeter;
import org.waypost.link.participant.Surroundings;
import org.waypost.link.port.Follower;
import org.waypost.link.port.Talks;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/** The real surroundings of a participant. */
record World(Follower follower, Talks talks, Greeter greeter, Directories directories, Consumer<OrganizationMap> publisher, EventLog events)
        implements Surroundings {
    @Override
    public void follow(Optional<Server> master) {
        follower.follow(master);
    }

    @Override
    public void send(UUID server, Message message) {
        talks.send(server, message);
    }

    @Override
    public void greet(Connector connector, List<Server> targets) {
        greeter.greet(connector, targets);
    }

    @Override
    public void claim(UUID group, long after) {
        directories.claim(group, after);
    }

    @Override
    public void publish(OrganizationMap map) {
        publisher.accept(map);
    }
}
