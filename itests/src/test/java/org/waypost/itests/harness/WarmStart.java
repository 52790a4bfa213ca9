package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the first home of a test run worked out at its first start, for the homes after it: the installed bundles, which
 * save a start several seconds of a processor. That first start shows that a home starts from nothing. The settings that
 * Karaf keeps beside the bundles are left out: each home reads its own. Any thread.
 *
 * @param folder where it is kept; absent until a home has started
 */
record WarmStart(Path folder) {
    private static final String CACHE = "data/cache";

    /** Of the built assembly: what an earlier build left is of no use. */
    static WarmStart ofAssembly() {
        try {
            Path assembly = Checkout.file("karaf-assembly/target/assembly");
            return new WarmStart(Checkout.work().resolve("warm-" + Files.getLastModifiedTime(assembly).toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it to a home that never ran. */
    void giveTo(Path home) {
        if (Files.isDirectory(folder) && !Files.exists(home.resolve(CACHE))) {
            copy(folder, home.resolve(CACHE));
        }
    }

    /** Keeps it of a home that started just now, unless it is kept already. */
    void keepOf(Path home) {
        Path cache = home.resolve(CACHE);
        if (Files.exists(folder) || !isComplete(cache)) {
            return;
        }
        Path unfinished = Checkout.fresh(folder.getFileName() + "-" + ProcessHandle.current().pid());
        copy(cache, unfinished);
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException e) {
            // Another home was first.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether Karaf says that all features are installed. */
    private static boolean isComplete(Path cache) {
        try (Stream<Path> files = Files.find(cache, 3, (file, attributes) -> file.endsWith("data/state.json"))) {
            List<Path> states = files.toList();
            return states.size() == 1 && Files.readString(states.get(0)).contains("\"bootDone\":true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(WarmStart::isWanted).toList()) {
                copyOne(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWanted(Path file) {
        return !file.toString().contains("/data/config") && !file.endsWith("cache.lock");
    }

    private static void copyOne(Path file, Path copy) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
        } else if (file.toString().endsWith(".jar")) {
            Files.createLink(copy, file); // never written again: an update has a file of its own
        } else {
            Files.copy(file, copy);
        }
    }
}
