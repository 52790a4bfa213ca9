package org.waypost.itests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Another version of a built bundle, as a developer would build it: same symbolic name, higher
 * version, internal packages under other names, other words in its texts. Code that keeps an object
 * of the old version, or asks it for a class by name, will not survive it.
 */
public final class BundleVariant {
    /** What a method that is made to throw says. */
    public static final String PURPOSE = "broken on purpose";

    private final Path jar;
    private final Map<String, String> packages = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, UnaryOperator<String>> headers = new HashMap<>();
    private final Set<String> hanging = new HashSet<>();
    private final Set<String> throwing = new HashSet<>();

    private BundleVariant(Path jar) {
        this.jar = jar;
    }

    public static BundleVariant of(Path jar) {
        return new BundleVariant(jar);
    }

    /**
     * @param name a package, with dots; not one that other bundles import or that has components
     */
    public BundleVariant renaming(String name, String newName) {
        packages.put(name.replace('.', '/'), newName.replace('.', '/'));
        return this;
    }

    /**
     * Renames every package that is an internal matter of the bundle: not exported, without declarative
     * components or shell commands, which other parts of the jar name.
     */
    public BundleVariant renamingInternals(String suffix) {
        for (String name : BundleJar.read(jar).internalPackages()) {
            renaming(name, name + suffix);
        }
        return this;
    }

    /** Replaces the text wherever it stands within a string constant. */
    public BundleVariant replacing(String text, String newText) {
        texts.put(text, newText);
        return this;
    }

    /** A method waits for an hour before it does what it does. @param place such as {@code package/Class.method} */
    public BundleVariant hanging(String place) {
        hanging.add(place);
        return this;
    }

    /** A method throws, with {@link #PURPOSE}. @param place such as {@code package/Class.<init>} */
    public BundleVariant throwing(String place) {
        throwing.add(place);
        return this;
    }

    /** A header of its manifest, which must be there, is another. */
    public BundleVariant header(String name, UnaryOperator<String> change) {
        headers.put(name, change);
        return this;
    }

    /**
     * @param label appended to the version's qualifier
     * @throws AssertionError if something to be changed is not there
     */
    public Path write(String label) {
        Path variant = Checkout.work().resolve(jar.getFileName().toString().replace(".jar", "-" + label + ".jar"));
        ClassVariant classes = new ClassVariant(packages, texts, hanging, throwing);
        try (JarFile source = new JarFile(jar.toFile());
                JarOutputStream target = new JarOutputStream(Files.newOutputStream(variant), manifest(source, label))) {
            for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements();) {
                copy(source, entries.nextElement(), target, classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> unused = new ArrayList<>(packages.keySet());
        unused.addAll(texts.keySet());
        unused.addAll(hanging);
        unused.addAll(throwing);
        unused.removeAll(classes.applied());
        if (!unused.isEmpty()) {
            throw new AssertionError(jar + " has no " + unused);
        }
        return variant;
    }

    private Manifest manifest(JarFile source, String label) throws IOException {
        Manifest manifest = new Manifest(source.getManifest());
        Attributes main = manifest.getMainAttributes();
        main.putValue("Bundle-Version", main.getValue("Bundle-Version") + "-" + label);
        headers.forEach((name, change) -> main.putValue(name, change.apply(main.getValue(name))));
        return manifest;
    }

    private static void copy(JarFile source, JarEntry entry, JarOutputStream target, ClassVariant classes) throws IOException {
        if (entry.getName().equals(JarFile.MANIFEST_NAME) || entry.isDirectory()) {
            return;
        }
        byte[] content;
        try (var in = source.getInputStream(entry)) {
            content = in.readAllBytes();
        }
        String name = entry.getName();
        if (name.endsWith(".class")) {
            content = classes.of(content);
            name = classes.pathOf(name);
        }
        target.putNextEntry(new JarEntry(name));
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        buffer.write(content);
        buffer.writeTo(target);
        target.closeEntry();
    }
}
