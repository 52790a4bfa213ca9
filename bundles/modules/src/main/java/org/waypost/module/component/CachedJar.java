package org.waypost.module.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The copy that Felix made of a bundle's jar: {@code bundleID/versionREFRESH.REVISION/bundle.jar}, the highest of them. */
final class CachedJar {
    private static final Pattern VERSION = Pattern.compile("version(\\d{1,9})\\.(\\d{1,9})");

    private CachedJar() {}

    /** Null if there is none, as with another framework. */
    static Path of(BundleContext context, long bundle) throws IOException {
        String storage = context.getProperty(Constants.FRAMEWORK_STORAGE);
        Path folder = storage == null ? null : Path.of(storage).resolve("bundle" + bundle);
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(path -> Files.isRegularFile(path.resolve("bundle.jar")) && VERSION.matcher(name(path)).matches())
                    .max(Comparator.comparingLong(CachedJar::order)).map(path -> path.resolve("bundle.jar")).orElse(null);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static long order(Path path) {
        Matcher version = VERSION.matcher(name(path));
        return version.matches() ? Long.parseLong(version.group(1)) << Integer.SIZE | Integer.parseInt(version.group(2)) : -1;
    }
}
