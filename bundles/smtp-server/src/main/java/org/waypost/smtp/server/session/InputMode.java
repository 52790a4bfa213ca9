package org.waypost.smtp.server.session;

import java.time.Duration;
import java.util.Optional;
import org.waypost.connection.Want;
import org.waypost.smtp.server.settings.Limits;

/** What the next bytes of the peer mean. */
public sealed interface InputMode {
    /** Longer than any line that RFC 5321, 3461, 4954 and 6531 together allow. */
    int MAX_LINE = 2048;
    int MAX_PART = 65_536;

    /** What to ask the connection for. */
    Want want(boolean mendBareLineEnds);

    /** How long the peer may be silent. */
    default Duration timeout(Limits limits) {
        return limits.dataTimeout();
    }

    /** A command. */
    record CommandLine() implements InputMode {
        private static final Want LINE = new Want.Line(MAX_LINE);

        @Override
        public Want want(boolean mendBareLineEnds) {
            return LINE;
        }

        @Override
        public Duration timeout(Limits limits) {
            return limits.commandTimeout();
        }
    }

    /** A message after DATA, up to its final dot. */
    record MessageData() implements InputMode {
        private static final Want REFUSING = new Want.DotStuffed(MAX_PART, false);
        private static final Want MENDING = new Want.DotStuffed(MAX_PART, true);

        @Override
        public Want want(boolean mendBareLineEnds) {
            return mendBareLineEnds ? MENDING : REFUSING;
        }
    }

    /** A chunk of the message (RFC 3030). */
    record Chunk(long remaining, boolean last) implements InputMode {
        @Override
        public Want want(boolean mendBareLineEnds) {
            return new Want.Counted(remaining, MAX_PART);
        }

        Chunk after(int octets) {
            return new Chunk(remaining - octets, last);
        }
    }

    /** A chunk that is not wanted and must be read all the same; then this is the answer. */
    record Discard(long remaining, Answer answer) implements InputMode {
        @Override
        public Want want(boolean mendBareLineEnds) {
            return new Want.Counted(remaining, MAX_PART);
        }

        Discard after(int octets) {
            return new Discard(remaining - octets, answer);
        }
    }

    /** A response in an authentication exchange. */
    record Authentication(Exchange exchange) implements InputMode {
        /** RFC 4954 4: 12288 with its CRLF. */
        private static final Want RESPONSE = new Want.Line(12_286);

        @Override
        public Want want(boolean mendBareLineEnds) {
            return RESPONSE;
        }

        @Override
        public Duration timeout(Limits limits) {
            return limits.commandTimeout();
        }
    }

    /** Nothing is read until a time is over; then this is the answer. */
    record Delayed(Answer answer, InputMode next, Duration delay) implements InputMode {
        @Override
        public Want want(boolean mendBareLineEnds) {
            return new Want.Pause(delay);
        }
    }

    /** A TLS handshake. */
    record Handshake() implements InputMode {
        private static final Want HANDSHAKE = new Want.Handshake(Optional.empty());

        @Override
        public Want want(boolean mendBareLineEnds) {
            return HANDSHAKE;
        }
    }

    /**
     * Nothing is read while a service is away.
     *
     * @param pending what is to be done again then
     * @param attempts made so far
     */
    record Waiting(Pending pending, int attempts) implements InputMode {
        private static final Want A_WHILE = new Want.Pause(Duration.ofMillis(100));

        @Override
        public Want want(boolean mendBareLineEnds) {
            return A_WHILE;
        }
    }

    /** Nothing more: the session is over. */
    record Closing() implements InputMode {
        @Override
        public Want want(boolean mendBareLineEnds) {
            throw new IllegalStateException("closing");
        }
    }
}
