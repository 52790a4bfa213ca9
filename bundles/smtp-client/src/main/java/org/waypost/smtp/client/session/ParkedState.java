package org.waypost.smtp.client.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.connection.FrozenConversation;

/**
 * What is kept of a session while its connection is in the transport's pool, over a replacement of
 * this bundle.
 *
 * @param messages sent on it so far
 * @param remote the peer as operators know it
 */
public record ParkedState(Capabilities offered, int messages, String remote) {
    private static final String PROTOCOL = "smtp-client";
    private static final int VERSION = 1;

    public FrozenConversation freeze() {
        return new FrozenConversation(PROTOCOL, VERSION,
                Map.of("offered", offered.lines(), "messages", messages, "remote", remote));
    }

    /** Empty if it was written by a version of another schema. */
    @SuppressWarnings("unchecked") // The schema says so.
    public static Optional<ParkedState> thaw(FrozenConversation frozen) {
        if (!frozen.protocol().equals(PROTOCOL) || frozen.version() != VERSION) {
            return Optional.empty();
        }
        Map<String, Object> data = frozen.data();
        return Optional.of(new ParkedState(Capabilities.of((List<String>) data.get("offered")),
                (Integer) data.get("messages"), (String) data.get("remote")));
    }
}
