package org.waypost.eventlog.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.event.EventType;
import org.waypost.event.LoggedEvent;
import org.waypost.eventlog.Output;
import org.waypost.mail.Address;
import org.waypost.spool.Spool;

/**
 * Gathers chosen events of a minute and mails them; an event that was mailed is not mailed again for an hour. What waits while
 * there is no spool is bounded. Any thread.
 */
public final class EventMailer implements Output {
    static final Duration GATHER = Duration.ofMinutes(1);
    static final Duration QUIET = Duration.ofHours(1);
    private static final int MOST_IN_ONE = 100;
    private static final int MOST_KNOWN = 10_000;

    /** Is told what was not accepted. Must not wait. */
    public interface Failed {
        void failed(Address to, int events, Throwable cause);
    }

    private record Kind(String source, int id) {}

    private record Batch(Address to, int events, CompletionStage<Void> accepted) {}

    private final Map<Kind, Instant> mailed = new HashMap<>();
    private final Set<Kind> gatheredKinds = new HashSet<>();
    private final List<LoggedEvent> gathered = new ArrayList<>();
    private final InstantSource clock;
    private final Kind own;
    private final Failed failed;
    private MailSettings settings;
    private Spool spool;
    private Instant begun;
    private long further;

    /** @param own the event that tells of failed mail, which is never mailed, since each would make the next */
    public EventMailer(MailSettings settings, InstantSource clock, EventType own, Failed failed) {
        this.settings = Objects.requireNonNull(settings);
        this.clock = Objects.requireNonNull(clock);
        this.own = new Kind(own.source(), own.id());
        this.failed = Objects.requireNonNull(failed);
    }

    public synchronized void settings(MailSettings newSettings) {
        settings = newSettings;
    }

    public synchronized void bind(Spool newSpool) {
        spool = newSpool;
    }

    /** The spool goes, unless another came meanwhile. */
    public synchronized void unbind(Spool oldSpool) {
        spool = spool == oldSpool ? null : spool;
    }

    @Override
    public synchronized void logged(LoggedEvent event) {
        Kind kind = new Kind(event.source(), event.id());
        if (settings.to().isEmpty() || kind.equals(own) || !settings.choice().holds(event) || isQuiet(kind)) {
            return;
        }
        if (gathered.isEmpty()) {
            begun = clock.instant();
        }
        if (gathered.size() < MOST_IN_ONE) {
            gathered.add(event);
        } else {
            further++;
        }
        gatheredKinds.add(kind);
    }

    private boolean isQuiet(Kind kind) {
        Instant last = mailed.get(kind);
        return last != null && Duration.between(last, clock.instant()).compareTo(QUIET) < 0;
    }

    /** Mails what was gathered if its minute is over; to be called now and then. */
    public void tick() {
        mail(false);
    }

    /** Mails what was gathered at once. */
    public void end() {
        mail(true);
    }

    /** Failures are told outside the lock, since telling of them comes back here as an event. */
    private void mail(boolean atOnce) {
        take(atOnce).ifPresent(batch -> batch.accepted().whenComplete((done, failure) -> {
            if (failure != null) {
                failed.failed(batch.to(), batch.events(), failure);
            }
        }));
    }

    private synchronized Optional<Batch> take(boolean atOnce) {
        boolean due = !gathered.isEmpty() && (atOnce || Duration.between(begun, clock.instant()).abs().compareTo(GATHER) >= 0);
        if (!due || spool == null || settings.to().isEmpty()) {
            return Optional.empty();
        }
        Address to = settings.to().get();
        Batch batch = new Batch(to, gathered.size(), submit(to));
        clear();
        return Optional.of(batch);
    }

    private CompletionStage<Void> submit(Address to) {
        try {
            return spool.accept(EventMail.of(spool.nextId(), to, settings.hostName(), gathered, further, clock.instant()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void clear() {
        Instant now = clock.instant();
        mailed.values().removeIf(last -> Duration.between(last, now).compareTo(QUIET) >= 0);
        if (mailed.size() < MOST_KNOWN) {
            gatheredKinds.forEach(kind -> mailed.put(kind, now));
        }
        gatheredKinds.clear();
        gathered.clear();
        further = 0;
    }
}
