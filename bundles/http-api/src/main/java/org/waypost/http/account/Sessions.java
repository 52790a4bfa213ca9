package org.waypost.http.account;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.http.json.Json;

/** The sessions of the moment, which outlive this bundle. Any thread. */
public final class Sessions {
    private static final int MOST = 1000;
    /** How much of the idle time a crash may give back. */
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
    private static final String CSRF = "csrf:";

    private final Map<String, Session> byHash = new HashMap<>();
    private final Secrets secrets = new Secrets();
    private final KeptList<Session> kept;
    private final Supplier<SessionLifetime> lifetime;
    private final InstantSource clock;
    private Instant written;

    Sessions(Path file, Supplier<SessionLifetime> lifetime, Json json, EventLog events, InstantSource clock) {
        this.kept = new KeptList<>(file, Session.class, json, events);
        this.lifetime = lifetime;
        this.clock = clock;
        this.written = clock.instant();
        kept.read().forEach(session -> byHash.put(session.hash(), session));
    }

    /** @return its id, for the browser alone */
    synchronized String open(Account account) {
        String id = secrets.fresh();
        Instant now = clock.instant();
        dropOver(now);
        if (byHash.size() >= MOST) {
            byHash.values().stream().min(Comparator.comparing(Session::used)).ifPresent(oldest -> byHash.remove(oldest.hash()));
        }
        byHash.put(Secrets.hash(id), new Session(Secrets.hash(id), account, now, now));
        write();
        return id;
    }

    /** Whose session it is, which is used by that. */
    synchronized Optional<Account> use(String id) {
        Instant now = clock.instant();
        Session session = byHash.get(Secrets.hash(id));
        if (session == null || session.isOver(now, lifetime.get())) {
            return Optional.empty();
        }
        byHash.put(session.hash(), session.usedAt(now));
        if (!now.isBefore(written.plus(WRITE_EVERY))) {
            dropOver(now);
            write();
        }
        return Optional.of(session.account());
    }

    synchronized void close(String id) {
        if (byHash.remove(Secrets.hash(id)) != null) {
            write();
        }
    }

    /** Before this bundle goes. */
    public synchronized void write() {
        written = clock.instant();
        kept.write(List.copyOf(byHash.values()));
    }

    /** What requests of a session must show besides its id; only who has the id can know it. */
    static String csrf(String id) {
        return Secrets.hash(CSRF + id);
    }

    private void dropOver(Instant now) {
        byHash.values().removeIf(session -> session.isOver(now, lifetime.get()));
    }
}
