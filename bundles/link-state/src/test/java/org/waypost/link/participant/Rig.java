package org.waypost.link.participant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.link.codec.Message;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Recipient;
import org.waypost.testkit.time.ManualClock;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/** One participant in surroundings that only note down what it asks for. */
final class Rig implements Surroundings {
    final ManualClock clock = new ManualClock();
    final List<String> events = new ArrayList<>();
    final List<String> greeted = new ArrayList<>();
    final List<String> claims = new ArrayList<>();
    final List<String> follows = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final List<OrganizationMap> published = new ArrayList<>();
    final Participant participant;

    Rig(String server, ParticipantSettings settings) {
        participant = new Participant(server, settings, clock, this);
    }

    record Sent(String to, Message message) {}

    /** Time goes on second by second. */
    Rig pass(Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            clock.advance(Duration.ofSeconds(1));
            participant.tick();
        }
        return this;
    }

    /** What was sent since the last time, without signs of life. */
    List<Message> sent() {
        List<Message> messages = sent.stream().map(Sent::message).filter(message -> !(message instanceof Message.Digest)).toList();
        sent.clear();
        return messages;
    }

    /** Events since the last time. */
    List<String> reported() {
        List<String> last = List.copyOf(events);
        events.clear();
        return last;
    }

    GroupState row(String group) {
        return published.get(published.size() - 1).groups().get(Organization.id(group));
    }

    @Override
    public void follow(Optional<Server> master) {
        follows.add(master.map(Server::name).orElse("nobody"));
    }

    @Override
    public void send(UUID server, Message message) {
        sent.add(new Sent(server.toString(), message));
    }

    @Override
    public void greet(Connector connector, List<Server> targets) {
        greeted.add(connector.name() + targets.stream().map(Server::name).toList());
    }

    @Override
    public void claim(UUID group, long after) {
        if (published.isEmpty() || !published.get(published.size() - 1).groups().containsKey(group)) {
            throw new IllegalStateException("a claim for a group that was not told of");
        }
        claims.add(group.equals(Organization.id("north")) ? "north after " + after : group + " after " + after);
    }

    @Override
    public void publish(OrganizationMap map) {
        published.add(map);
    }

    @Override
    public EventLog events() {
        return new EventLog() {
            @Override
            public void report(EventType type, Object... parameters) {
                events.add(type.id() + " " + Arrays.toString(parameters));
            }

            @Override
            public void outcome(org.waypost.mail.Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {}
        };
    }
}
