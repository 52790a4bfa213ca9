package org.waypost.eventlog.component;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waypost.event.EventViewer.Listener;
import org.waypost.event.EventViewer.Tail;
import org.waypost.eventlog.EventLogEvent;
import org.waypost.eventlog.Journal;
import org.waypost.eventlog.Tails;
import org.waypost.eventlog.mail.EventMailer;
import org.waypost.eventlog.store.EventStore;
import org.waypost.eventlog.syslog.Syslog;
import org.waypost.eventlog.syslog.SyslogTarget;
import org.waypost.spool.Spool;

/** All that a journal's events go to beside the text log, as the settings say. Any thread. */
final class Destinations implements AutoCloseable {
    private static final Duration SYSLOG_AGAIN = Duration.ofSeconds(10);
    private static final Duration MAIL_TICK = Duration.ofSeconds(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "waypost-eventlog-mail");
        thread.setDaemon(true);
        return thread;
    });
    private final Tails tails = new Tails();
    private final Journal journal;
    private final EventStore store;
    private final EventMailer mailer;
    private Optional<Syslog> syslog = Optional.empty();

    Destinations(Journal journal, EventLogSettings settings) {
        this.journal = journal;
        store = new EventStore(settings.store(), InstantSource.system(),
                (folder, failure) -> journal.report(EventLogEvent.STORE_FAILED, folder, failure));
        mailer = new EventMailer(settings.mail(), InstantSource.system(), EventLogEvent.MAIL_FAILED,
                (to, events, failure) -> journal.report(EventLogEvent.MAIL_FAILED, to, events, failure));
        journal.outputs().add(store);
        journal.outputs().add(tails);
        journal.outputs().add(mailer);
        timer.scheduleWithFixedDelay(mailer::tick, MAIL_TICK.toMillis(), MAIL_TICK.toMillis(), TimeUnit.MILLISECONDS);
        syslog(settings);
    }

    void apply(EventLogSettings settings) {
        store.settings(settings.store());
        mailer.settings(settings.mail());
        syslog(settings);
    }

    private synchronized void syslog(EventLogSettings settings) {
        if (syslog.map(Syslog::target).equals(settings.syslog())) {
            return;
        }
        endSyslog();
        syslog = settings.syslog().map(target -> new Syslog(target, settings.mail().hostName(), SYSLOG_AGAIN, reason -> away(target, reason)));
        syslog.ifPresent(journal.outputs()::add);
    }

    private void away(SyslogTarget target, String reason) {
        journal.report(EventLogEvent.SYSLOG_AWAY, target, reason);
    }

    private void endSyslog() {
        syslog.ifPresent(journal.outputs()::remove);
        syslog.ifPresent(Syslog::close);
        syslog = Optional.empty();
    }

    Tail tail(Listener listener) {
        return tails.open(listener);
    }

    void bind(Spool spool) {
        mailer.bind(spool);
    }

    void unbind(Spool spool) {
        mailer.unbind(spool);
    }

    /** After the journal. */
    @Override
    public void close() {
        timer.shutdownNow();
        mailer.end();
        store.close();
        tails.close();
        synchronized (this) {
            endSyslog();
        }
    }
}
