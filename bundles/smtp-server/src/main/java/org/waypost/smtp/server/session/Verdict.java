package org.waypost.smtp.server.session;

import java.util.Optional;
import org.waypost.smtp.server.content.IncomingContent;
import org.waypost.smtp.server.settings.ServerSettings;

/** Whether a content may be accepted. */
public final class Verdict {
    public static final Answer TOO_LARGE = Answer.of(552, "5.3.4", "Message is larger than allowed");
    static final Answer NO_ROOM = Answer.of(452, "4.3.1", "Insufficient system storage, try again later");
    private static final Answer BARE_LINE_ENDS = Answer.of(550, "5.5.2", "Message holds a bare CR or LF (RFC 5321 2.3.8)");
    private static final Answer TOO_MANY_HOPS = Answer.of(554, "5.4.6", "Too many hops, this message is looping");

    private Verdict() {}

    /** What is against the content so far. */
    static Optional<Answer> fault(IncomingContent content) {
        return switch (content.fault()) {
            case NONE -> Optional.empty();
            case TOO_LARGE -> Optional.of(TOO_LARGE);
            case NO_ROOM -> Optional.of(NO_ROOM);
            case NOT_STORED -> Optional.of(Answer.TRY_AGAIN);
        };
    }

    /** What is against the complete content. */
    static Optional<Answer> of(IncomingContent content, ServerSettings settings) {
        Optional<Answer> fault = fault(content);
        if (fault.isPresent()) {
            return fault;
        }
        if (content.hasBareLineEnds() && !settings.mendBareLineEnds()) {
            return Optional.of(BARE_LINE_ENDS);
        }
        return content.hops() >= settings.limits().hops() ? Optional.of(TOO_MANY_HOPS) : Optional.empty();
    }
}
