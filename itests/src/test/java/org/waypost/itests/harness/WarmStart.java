package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the first home of a test run worked out at its first start, for the homes after it: the installed bundles and the
 * console's certificate, which save a start several seconds of a processor. That first start shows that a home starts from
 * nothing. The settings that Karaf keeps beside the bundles are left out: each home reads its own. Any thread.
 *
 * @param folder where it is kept; absent until a home has started
 */
record WarmStart(Path folder) {
    private static final String CACHE = "data/cache";
    private static final String CERTIFICATE = "etc/console.p12";
    private static final String CONSOLE = "etc/org.ops4j.pax.web.cfg";
    private static final String NO_PASSWORD = "@PASSWORD@";
    private static final Pattern PASSWORD = Pattern.compile("ssl\\.keystore\\.password = (\\S+)");

    /** Of the built assembly: what an earlier build left is of no use. */
    static WarmStart ofAssembly() {
        try {
            Path assembly = Checkout.file("karaf-assembly/target/assembly");
            return new WarmStart(Checkout.work().resolve("warmed-" + Files.getLastModifiedTime(assembly).toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it to a home that never ran. */
    void giveTo(Path home) {
        if (Files.isDirectory(folder) && !Files.exists(home.resolve(CACHE))) {
            try {
                copy(folder.resolve(CACHE), home.resolve(CACHE));
                giveCertificate(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void giveCertificate(Path home) throws IOException {
        String settings = Files.readString(home.resolve(CONSOLE));
        Matcher password = PASSWORD.matcher(Files.readString(folder.resolve(CONSOLE)));
        if (settings.contains(NO_PASSWORD) && password.find()) {
            Files.copy(folder.resolve(CERTIFICATE), home.resolve(CERTIFICATE));
            Files.writeString(home.resolve(CONSOLE), settings.replace(NO_PASSWORD, password.group(1)));
        }
    }

    /** Keeps it of a home that started just now, unless it is kept already. */
    void keepOf(Path home) {
        synchronized (WarmStart.class) {
            if (!Files.exists(folder) && isComplete(home.resolve(CACHE))) {
                keep(home);
            }
        }
    }

    private void keep(Path home) {
        Path unfinished = Checkout.fresh(folder.getFileName() + "-unfinished");
        try {
            copy(home.resolve(CACHE), unfinished.resolve(CACHE));
            Files.createDirectories(unfinished.resolve(CONSOLE).getParent());
            Files.copy(home.resolve(CONSOLE), unfinished.resolve(CONSOLE));
            Files.copy(home.resolve(CERTIFICATE), unfinished.resolve(CERTIFICATE));
            Files.move(unfinished, folder);
        } catch (NoSuchFileException e) {
            // It still changes there: the next home may be calm.
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

    private static void copy(Path from, Path to) throws IOException {
        List<Path> wanted;
        try (Stream<Path> files = Files.walk(from)) {
            wanted = files.filter(WarmStart::isWanted).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : wanted) {
            copyOne(file, to.resolve(from.relativize(file)));
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
