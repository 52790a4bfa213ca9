package org.waypost.smtp.server.session;

import java.time.Duration;
import java.util.Map;

/** An input mode as plain data and back: part of schema version 1 of {@link SessionState}. */
final class ModeState {
    private ModeState() {}

    static Map<String, Object> freeze(InputMode mode) {
        if (mode instanceof InputMode.Chunk chunk) {
            return Map.of("kind", "chunk", "remaining", chunk.remaining(), "last", chunk.last());
        } else if (mode instanceof InputMode.Discard discard) {
            return Map.of("kind", "discard", "remaining", discard.remaining(), "answer", Frozen.answer(discard.answer()));
        } else if (mode instanceof InputMode.MessageData) {
            return Map.of("kind", "data");
        } else if (mode instanceof InputMode.Authentication authentication) {
            return Map.of("kind", "authentication", "exchange", exchange(authentication.exchange()));
        } else if (mode instanceof InputMode.Delayed delayed) {
            return Map.of("kind", "delayed", "answer", Frozen.answer(delayed.answer()), "next", freeze(delayed.next()), "millis",
                    delayed.delay().toMillis());
        } else if (mode instanceof InputMode.Closing) {
            return Map.of("kind", "closing");
        } else if (mode instanceof InputMode.Handshake) {
            return Map.of("kind", "handshake");
        } else if (mode instanceof InputMode.Waiting waiting) {
            return Map.of("kind", "waiting", "attempts", waiting.attempts(), "pending", freeze(waiting.pending()));
        }
        return Map.of("kind", "command");
    }

    private static Map<String, Object> freeze(Pending pending) {
        if (pending instanceof Pending.Command command) {
            return Map.of("kind", "command", "line", command.line());
        } else if (pending instanceof Pending.Part part) {
            return Map.of("kind", "part", "mode", freeze(part.mode()), "last", part.last(), "octets", part.octets());
        } else if (pending instanceof Pending.Authentication) {
            return Map.of("kind", "authentication");
        }
        return Map.of("kind", "end");
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        if (exchange instanceof Exchange.LoginPassword login) {
            return Map.of("mechanism", "LOGIN", "user", login.user());
        }
        return Map.of("mechanism", exchange instanceof Exchange.Plain ? "PLAIN" : "LOGIN");
    }

    static InputMode thaw(Object frozen) {
        Map<?, ?> data = (Map<?, ?>) frozen;
        String kind = (String) data.get("kind");
        return switch (kind) {
            case "command" -> Step.COMMAND;
            case "data" -> new InputMode.MessageData();
            case "authentication" -> new InputMode.Authentication(exchange((Map<?, ?>) data.get("exchange")));
            case "delayed" -> new InputMode.Delayed(Frozen.answer(data.get("answer")), thaw(data.get("next")),
                    Duration.ofMillis((Long) data.get("millis")));
            case "closing" -> new InputMode.Closing();
            case "handshake" -> new InputMode.Handshake();
            case "chunk" -> new InputMode.Chunk((Long) data.get("remaining"), (Boolean) data.get("last"));
            case "discard" -> new InputMode.Discard((Long) data.get("remaining"), Frozen.answer(data.get("answer")));
            case "waiting" -> new InputMode.Waiting(pending((Map<?, ?>) data.get("pending")), (Integer) data.get("attempts"));
            default -> throw new IllegalArgumentException("unknown mode " + kind);
        };
    }

    private static Exchange exchange(Map<?, ?> data) {
        String mechanism = (String) data.get("mechanism");
        return Frozen.text(data, "user").<Exchange>map(Exchange.LoginPassword::new).or(() -> Exchange.of(mechanism))
                .orElseThrow(() -> new IllegalArgumentException("unknown mechanism " + mechanism));
    }

    private static Pending pending(Map<?, ?> data) {
        String kind = (String) data.get("kind");
        return switch (kind) {
            case "command" -> new Pending.Command((byte[]) data.get("line"));
            case "part" -> new Pending.Part(thaw(data.get("mode")), (Boolean) data.get("last"), (Integer) data.get("octets"));
            case "authentication" -> new Pending.Authentication();
            case "end" -> new Pending.EndOfMessage();
            default -> throw new IllegalArgumentException("unknown pending " + kind);
        };
    }
}
