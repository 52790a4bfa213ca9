package org.waypost.smtp.server.session;

import java.util.Objects;

/** What is to be done again when a service that was away may have come: plain data, so it can be frozen. */
public sealed interface Pending {
    /**
     * A command.
     *
     * @param line that it came in
     */
    record Command(byte[] line) implements Pending {
        public Command {
            Objects.requireNonNull(line);
        }
    }

    /**
     * To stream a part of a message.
     *
     * @param mode in which it came
     * @param last whether it was the last of the data or the chunk
     * @param octets how long it was
     */
    record Part(InputMode mode, boolean last, int octets) implements Pending {
        public Part {
            Objects.requireNonNull(mode);
        }
    }

    /** To have credentials checked, which the session alone holds: they are lost when it is frozen. */
    record Authentication() implements Pending {}

    /** To have the message accepted. */
    record EndOfMessage() implements Pending {}
}
