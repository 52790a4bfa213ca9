package org.waypost.link.participant;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.link.codec.Message;
import org.waypost.link.topology.Topology;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;

/** One server's part in link state. One thread at a time; nothing here waits. */
public final class Participant {
    /** What came of greeting a connector's target. */
    public sealed interface Greeted {
        /** @param bridgehead the server that answered; empty for a smart host */
        record Reached(Optional<UUID> bridgehead) implements Greeted {}

        /** None of the targets answered. @param reason for people */
        record Failed(String reason) implements Greeted {}
    }

    public Participant(String serverName, ParticipantSettings settings, InstantSource clock, Surroundings surroundings) {}

    /** New intervals, from the next step on. */
    public void settings(ParticipantSettings settings) {}

    /** What was kept on disk: in force until the directory was read. */
    public void kept(OrganizationMap map) {}

    /** The directory as it is now. */
    public void topology(Topology topology) {}

    /** Called about every second, or faster with short intervals: what is due is done. */
    public void tick() {}

    /** The persistent connection with the master or with a member stands. @return what to send at once */
    public List<Message> connected(UUID server) {
        return List.of();
    }

    /** It is gone, or could not be had. @param reason for people */
    public void disconnected(UUID server, String reason) {}

    /** From a server of the organization, over whatever connection. @return the answers, over the same connection */
    public List<Message> received(UUID server, Message message) {
        return List.of();
    }

    /** What an exchange begins with, on a connection to a bridgehead. */
    public Message opening() {
        throw new UnsupportedOperationException();
    }

    public void greeted(UUID connector, Greeted outcome) {}

    /** The directory wrote it: this server rules the group in that term. */
    public void granted(UUID group, long term) {}

    /** The directory did not write it. @param reason for people */
    public void denied(UUID group, String reason) {}

    /** A delivery could not reach a connector's target. */
    public void failed(UUID connector, String reason) {}

    public void reached(UUID connector) {}

    public LinkStateStatus status() {
        throw new UnsupportedOperationException();
    }
}
