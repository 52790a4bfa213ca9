package org.waypost.module.engine;

import java.io.IOException;
import java.time.InstantSource;
import org.waypost.event.EventLog;
import org.waypost.module.store.Current;
import org.waypost.module.store.Pending;
import org.waypost.module.store.Pending.Kind;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

/** The end of a replacement: in the history, in the table of what runs, in the event log. */
final class Conclusion {
    private final Books books;
    private final EventLog events;
    private final InstantSource clock;

    Conclusion(Books books, EventLog events, InstantSource clock) {
        this.books = books;
        this.events = events;
        this.clock = clock;
    }

    void kept(Pending p, String reason) throws IOException {
        remember(p);
        if (p.kind() == Kind.RESTORE) {
            events.report(ModuleEvent.RESTORED, p.name(), p.fromVersion(), p.version(), reason);
        } else {
            events.report(ModuleEvent.KEPT, p.name(), p.fromVersion(), p.version(), reason, p.who());
        }
        end(p, verdict(p.kind()), reason);
    }

    private static Verdict verdict(Kind kind) {
        return switch (kind) {
            case REPLACE -> Verdict.KEPT;
            case PUT_BACK -> Verdict.PUT_BACK;
            case RESTORE -> Verdict.RESTORED;
        };
    }

    private void remember(Pending p) throws IOException {
        Current before = books.current().of(p.name())
                .orElse(new Current(p.name(), p.fromVersion(), p.fromChecksum(), p.fromVersion(), p.fromChecksum()));
        if (before.originalChecksum().equals(p.checksum())) {
            books.current().remove(p.name());
        } else {
            books.current().put(new Current(p.name(), p.version(), p.checksum(), before.originalVersion(), before.originalChecksum()));
        }
    }

    void rolledBack(Pending p) throws IOException {
        if (p.kind() == Kind.RESTORE) {
            dropped(p);
        } else {
            events.report(ModuleEvent.ROLLED_BACK, p.name(), p.fromVersion(), p.version(), p.reason(), p.who());
            end(p, Verdict.ROLLED_BACK, p.reason());
        }
    }

    private void dropped(Pending p) throws IOException {
        books.current().remove(p.name());
        events.report(ModuleEvent.DROPPED, p.version(), p.name(), p.reason());
        end(p, Verdict.DROPPED, p.reason());
    }

    /** The pending file stays: the next start tries again. */
    void broken(Pending p, String reason) throws IOException {
        events.report(ModuleEvent.BROKEN, p.name(), p.fromVersion(), p.version(), reason, p.who());
        books.history().add(entry(p, Verdict.BROKEN, reason));
    }

    /** After the event: whoever waits for the end finds it told. */
    private void end(Pending p, Verdict verdict, String reason) throws IOException {
        books.history().add(entry(p, verdict, reason));
        books.pending().clear();
        books.prune();
    }

    private Replacement entry(Pending p, Verdict verdict, String reason) {
        return new Replacement(p.number(), clock.instant(), p.who(), p.name(), p.fromVersion(), p.fromChecksum(), p.version(), p.checksum(),
                verdict, reason);
    }
}
