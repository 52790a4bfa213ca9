package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Where the built project lies. The system property {@code waypost.script} names its script. */
public final class Checkout {
    private Checkout() {}

    public static Path script() {
        return Path.of(System.getProperty("waypost.script", "../waypost")).toAbsolutePath().normalize();
    }

    /** A folder for what the tests write. */
    public static Path work() {
        Path work = Path.of(System.getProperty("itests.work", "target/work")).toAbsolutePath().normalize();
        try {
            return Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a folder or file for what the tests write; what an earlier run left there is removed. */
    public static Path fresh(String name) {
        Path folder = work().resolve(name);
        deleteTree(folder);
        return folder;
    }

    /** A file of the project. @param path below its root */
    public static Path file(String path) {
        return script().resolveSibling(path);
    }

    /** A file of the checkout, as UTF-8. */
    public static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The built jar of a folder below {@code bundles/}. */
    public static Path bundle(String name) {
        return bundles().stream().filter(jar -> jar.getParent().getParent().getFileName().toString().equals(name))
                .findFirst().orElseThrow(() -> new AssertionError("bundle " + name + " is not built"));
    }

    /** Every built bundle, in order of name. */
    public static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(script().resolveSibling("bundles"))) {
            return folders.flatMap(Checkout::jars).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> jars(Path folder) {
        Path target = folder.resolve("target");
        if (!Files.isDirectory(target)) {
            return Stream.of();
        }
        String start = folder.getFileName() + "-";
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isBundle(file.getFileName().toString(), start)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBundle(String file, String start) {
        return file.startsWith(start) && file.endsWith(".jar") && !file.endsWith("-sources.jar") && !file.endsWith("-tests.jar");
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
