package org.waypost.module.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waypost.module.engine.Platform.Installed;
import org.waypost.module.jar.JarReader;
import org.waypost.module.jar.ModuleJar;
import org.waypost.module.jar.NoModuleException;
import org.waypost.module.store.Current;
import org.waypost.module.store.JarStore;
import org.waypost.module.store.Pending;
import org.waypost.module.store.Pending.Kind;
import org.waypost.module.store.Pending.Phase;
import org.waypost.modules.Module;
import org.waypost.modules.Plan;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

/** Answers questions and verifies wishes; changes nothing that runs. One thread. */
final class Desk {
    static final String PREFIX = "org.waypost.";
    private static final Set<String> PLATFORM = Set.of(PREFIX + "api", PREFIX + "connection-api", PREFIX + "mail-format",
            PREFIX + "mina-transport", PREFIX + "rocksdb");
    private static final Set<Verdict> LASTING = Set.of(Verdict.KEPT, Verdict.RESTORED);

    private final Platform platform;
    private final Books books;
    private final Running running;
    private final Keepers keepers;

    Desk(Platform platform, Books books, Running running, Keepers keepers) {
        this.platform = platform;
        this.books = books;
        this.running = running;
        this.keepers = keepers;
    }

    List<Module> modules() throws IOException {
        List<Module> modules = new ArrayList<>();
        for (Installed m : platform.installed()) {
            String checksum = running.checksum(m);
            Optional<Module.Original> original = books.current().of(m.name()).filter(c -> c.checksum().equals(checksum))
                    .map(c -> new Module.Original(c.originalVersion(), c.originalChecksum()));
            modules.add(new Module(m.name(), m.version(), m.state(), m.since(), checksum, original, PLATFORM.contains(m.name()),
                    platform.problems(m.name())));
        }
        modules.sort(Comparator.comparing(Module::name));
        return modules;
    }

    Plan stage(Path file, Optional<String> wanted, boolean requireChecksum) throws IOException, RefusedException {
        if (requireChecksum && wanted.isEmpty()) {
            throw new RefusedException("This server takes a jar only with its SHA-256 (requireChecksum). Give it with --sha256.", false);
        }
        String checksum = kept(file);
        if (wanted.isPresent() && !wanted.get().strip().toLowerCase(Locale.ROOT).equals(checksum)) {
            throw new RefusedException("The SHA-256 of " + file + " is " + checksum + ", not the one that was given. Get the file anew.", false);
        }
        return plan(checksum, file.toString());
    }

    private String kept(Path file) throws IOException, RefusedException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException("There is no file " + file + ".", true);
        }
        try {
            return books.keep(Files.newInputStream(file));
        } catch (JarStore.TooLargeException e) {
            throw new RefusedException(file + " is larger than 64 MiB, which no module is. Name the jar of a module.", false);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new RefusedException("The file " + file + " cannot be read by the server: " + e + ".", false);
        }
    }

    Plan plan(String checksum, String file) throws RefusedException {
        if (!books.jars().has(checksum)) {
            throw new RefusedException("No jar with SHA-256 " + checksum + " is staged. Stage it first.", true);
        }
        ModuleJar jar = read(checksum, file);
        Installed installed = platform.installed(jar.name()).filter(m -> m.name().startsWith(PREFIX)).orElseThrow(() -> new RefusedException(
                file + " is the bundle " + jar.name() + ", and no module of that name runs here. module:list shows those that do.", false));
        String now = running.checksum(installed);
        if (now.equals(checksum)) {
            throw new RefusedException(file + " is byte for byte what runs as " + jar.name() + " already; there is nothing to replace.", false);
        }
        Optional<String> fault = platform.fit(jar.name()).fault(jar);
        if (fault.isPresent()) {
            throw new RefusedException(fault.get(), false);
        }
        return new Plan(jar.name(), installed.version(), now, jar.version().toString(), checksum, platform.users(jar.name()),
                PLATFORM.contains(jar.name()));
    }

    private ModuleJar read(String checksum, String file) throws RefusedException {
        try {
            return JarReader.read(books.jars().file(checksum), checksum);
        } catch (NoModuleException e) {
            throw new RefusedException(file + " is not the jar of a module: " + e.getMessage() + ".", false);
        }
    }

    /** On disk, with the jar that runs kept. */
    Pending begin(Plan plan, Duration watch, Kind kind, String who) throws IOException {
        Pending pending = new Pending(books.next(), who, plan.name(), plan.fromVersion(), books.keep(platform.jar(plan.name())), plan.version(),
                plan.checksum(), watch, kind, Phase.BEGUN, "", keepers.process(), keepers.me());
        books.pending().write(pending);
        return pending;
    }

    /** The checksum of the jar before. */
    String before(String name) throws IOException, RefusedException {
        Installed installed = platform.installed(name).orElseThrow(() -> new RefusedException(
                "There is no module " + name + "; module:list shows all.", true));
        String now = running.checksum(installed);
        List<Replacement> newestFirst = new ArrayList<>(books.history().all());
        Collections.reverse(newestFirst);
        return newestFirst.stream().filter(r -> r.name().equals(name) && LASTING.contains(r.verdict()) && r.checksum().equals(now))
                .map(Replacement::fromChecksum).filter(books.jars()::has).findFirst().or(() -> original(name, now))
                .orElseThrow(() -> new RefusedException("Nothing is known that " + name + " " + installed.version()
                        + " took the place of, so there is nothing to put back; module:history shows what was replaced.", false));
    }

    private Optional<String> original(String name, String now) {
        try {
            return books.current().of(name).filter(c -> c.checksum().equals(now)).map(Current::originalChecksum).filter(books.jars()::has);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
