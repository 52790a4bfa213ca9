package org.waypost.module.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.waypost.event.EventLog;
import org.waypost.module.engine.Platform.Installed;
import org.waypost.module.jar.JarReader;
import org.waypost.module.jar.NoModuleException;
import org.waypost.module.jar.Version;
import org.waypost.module.store.Current;
import org.waypost.module.store.Pending;
import org.waypost.module.store.Pending.Kind;
import org.waypost.module.store.Pending.Phase;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

/** At the start: whether the server runs what it should, or forgot a replacement. */
final class Restorer {
    private static final String SERVER = "the server";

    private final Platform platform;
    private final Books books;
    private final Running running;
    private final Keepers keepers;
    private final EventLog events;
    private final InstantSource clock;

    Restorer(Platform platform, Books books, Running running, Keepers keepers, EventLog events, InstantSource clock) {
        this.platform = platform;
        this.books = books;
        this.running = running;
        this.keepers = keepers;
        this.events = events;
        this.clock = clock;
    }

    /** The next replacement to make, on disk already; empty if there is none. */
    Optional<Pending> next() throws IOException {
        for (Current current : books.current().all().values()) {
            Optional<Installed> installed = platform.installed(current.name());
            Optional<Pending> made = installed.isPresent() ? compare(current, installed.get()) : Optional.empty();
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private Optional<Pending> compare(Current current, Installed installed) throws IOException {
        String checksum = running.checksum(installed);
        Pending pending = new Pending(books.next(), SERVER, current.name(), installed.version(), checksum, current.version(),
                current.checksum(), Duration.ZERO, Kind.RESTORE, Phase.BEGUN, "", keepers.process(), keepers.me());
        if (checksum.isEmpty() || checksum.equals(current.checksum())) {
            return Optional.empty();
        }
        Optional<String> fault = fault(current, installed, checksum);
        if (fault.isPresent()) {
            drop(pending, fault.get());
            return Optional.empty();
        }
        books.keep(platform.jar(current.name()));
        books.pending().write(pending);
        return Optional.of(pending);
    }

    /** Why it is not to be put in again, as a clause. */
    private Optional<String> fault(Current current, Installed installed, String checksum) {
        if (!checksum.equals(current.originalChecksum()) && !isOlder(installed.version(), current.originalVersion())) {
            return Optional.of("the server has another " + current.name() + " now, " + installed.version() + ", than the "
                    + current.originalVersion() + " that it took the place of");
        }
        if (!books.jars().has(current.checksum())) {
            return Optional.of("its jar is not in " + books.folder() + " any more");
        }
        try {
            return platform.fit(current.name()).fault(JarReader.read(books.jars().file(current.checksum()), current.checksum()));
        } catch (NoModuleException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static boolean isOlder(String version, String than) {
        return Version.read(version).orElse(Version.NONE).compareTo(Version.read(than).orElse(Version.NONE)) < 0;
    }

    private void drop(Pending p, String reason) throws IOException {
        String clause = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        books.history().add(new Replacement(p.number(), clock.instant(), p.who(), p.name(), p.fromVersion(), p.fromChecksum(), p.version(),
                p.checksum(), Verdict.DROPPED, clause));
        books.current().remove(p.name());
        events.report(ModuleEvent.DROPPED, p.version(), p.name(), clause);
    }
}
