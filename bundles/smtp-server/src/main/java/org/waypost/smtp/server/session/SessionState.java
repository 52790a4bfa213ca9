package org.waypost.smtp.server.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waypost.connection.FrozenConversation;
import org.waypost.smtp.server.content.ContentStore;

/**
 * A session at rest as plain data and back. What is written here is read by later versions of this
 * bundle: a change of meaning or form needs a new version, and the old one must still be read.
 */
final class SessionState {
    static final String PROTOCOL = "smtp";
    static final int VERSION = 1;

    private SessionState() {}

    static FrozenConversation freeze(Session session, InputMode mode) {
        Map<String, Object> data = new HashMap<>();
        session.greeting().ifPresent(hello -> {
            data.put("hello", hello.name());
            data.put("extended", hello.extended());
        });
        session.user().ifPresent(user -> {
            data.put("user", user.name());
            data.put("addresses", List.copyOf(user.addresses()));
        });
        data.put("verbs", session.verbs());
        data.put("errors", session.errors());
        data.put("messages", session.messages());
        data.put("shuttingDown", session.isShuttingDown());
        data.put("mode", ModeState.freeze(mode));
        if (session.hasTransaction()) {
            data.put("transaction", TransactionState.freeze(session.transaction()));
        }
        return new FrozenConversation(PROTOCOL, VERSION, data);
    }

    /**
     * Fills a fresh session.
     *
     * @return the input mode it was in
     * @throws IllegalArgumentException if the data is of an unknown protocol, version or form
     */
    static InputMode thaw(FrozenConversation frozen, Session session, ContentStore store) {
        if (!frozen.protocol().equals(PROTOCOL) || frozen.version() != VERSION) {
            throw new IllegalArgumentException("cannot go on with " + frozen.protocol() + " version " + frozen.version());
        }
        try {
            return fill(frozen.data(), session, store);
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a session of version " + VERSION, e);
        }
    }

    private static InputMode fill(Map<String, Object> data, Session session, ContentStore store) {
        if (data.get("hello") instanceof String name) {
            session.greet(new Greeting(name, (Boolean) data.get("extended")));
        }
        if (data.get("user") instanceof String name) {
            session.user(new User(name, Set.copyOf(texts(data.get("addresses")))));
        }
        session.verbs(texts(data.get("verbs")));
        session.errors((Integer) data.get("errors"));
        session.messages((Integer) data.get("messages"));
        if ((Boolean) data.get("shuttingDown")) {
            session.shutDown();
        }
        if (data.get("transaction") instanceof Map<?, ?> transaction) {
            session.begin(TransactionState.thaw(transaction, store));
        }
        return ModeState.thaw(data.get("mode"));
    }

    private static List<String> texts(Object frozen) {
        return ((List<?>) frozen).stream().map(String.class::cast).toList();
    }
}
