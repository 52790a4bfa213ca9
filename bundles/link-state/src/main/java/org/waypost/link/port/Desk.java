package org.waypost.link.port;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.waypost.link.codec.Message;
import org.waypost.link.participant.Participant.Greeted;

/**
 * The participant as connections see it. Any thread; returns at once, what is told is taken in order. A stage completes in
 * the participant's thread, and fails when that has ended.
 */
public interface Desk {
    /** @return what to send at once */
    CompletionStage<List<Message>> connected(UUID server);

    /** @param reason for people */
    void disconnected(UUID server, String reason);

    /** @return the answers */
    CompletionStage<List<Message>> received(UUID server, Message message);

    /** What an exchange with a bridgehead begins with. */
    CompletionStage<Message> opening();

    void greeted(UUID connector, Greeted outcome);
}
