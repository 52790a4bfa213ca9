package org.waypost.ds2mb.replica;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.waypost.directory.Entry;

/**
 * An object that was replicated, or could not be.
 *
 * @param current as the directory has it
 * @param good its last version that could be replicated, whose properties are in force; the current one unless that
 *     is in fault
 */
record Held(Entry current, Optional<Entry> good, Optional<Flaw> flaw) {
    Held {
        Objects.requireNonNull(current);
        Objects.requireNonNull(good);
        Objects.requireNonNull(flaw);
    }

    /** Why the current version cannot be replicated. */
    record Flaw(String cause, Instant since) {}

    /** Not assessed yet. */
    static Held seen(Entry entry, Optional<Held> before) {
        return new Held(entry, before.flatMap(Held::good), before.flatMap(Held::flaw));
    }

    Held accepted() {
        return new Held(current, Optional.of(current), Optional.empty());
    }

    /** Without a good version if that is the one in fault. */
    Held rejected(String cause, Instant now) {
        Flaw found = flaw.filter(told -> told.cause().equals(cause)).orElseGet(() -> new Flaw(cause, now));
        return new Held(current, good.filter(version -> !version.equals(current)), Optional.of(found));
    }

    Held withoutGood() {
        return new Held(current, Optional.empty(), flaw);
    }
}
