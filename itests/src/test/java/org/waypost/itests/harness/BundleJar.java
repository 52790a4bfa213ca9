package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a bundle's jar says about itself.
 *
 * @param name its symbolic name
 * @param imports packages, optional ones too
 * @param exports packages
 * @param packages all packages with classes in the jar
 * @param named text that names classes: component descriptions, what java.util.ServiceLoader reads, and headers of the manifest
 */
public record BundleJar(String name, Set<String> imports, Set<String> exports, Set<String> packages, String named) {
    // A clause of a header ends at a comma outside quotes; its packages stand before the first attribute.
    private static final Pattern CLAUSE = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    public static BundleJar read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            return new BundleJar(main.getValue("Bundle-SymbolicName"), packages(main.getValue("Import-Package")),
                    packages(main.getValue("Export-Package")), packages(jar), named(jar) + main.getValue("Karaf-Commands"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packages that nothing outside the classes themselves names. */
    public List<String> internalPackages() {
        return packages.stream().filter(name -> !exports.contains(name) && !isNamed(name)).toList();
    }

    private static boolean namesClasses(JarEntry entry) {
        return !entry.isDirectory() && (entry.getName().startsWith("OSGI-INF/") || entry.getName().startsWith("META-INF/services/"));
    }

    private boolean isNamed(String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b(?!\\.[a-z])").matcher(named).find();
    }

    private static Set<String> packages(String header) {
        Set<String> names = new TreeSet<>();
        if (header != null) {
            for (String clause : CLAUSE.split(header)) {
                for (String part : clause.split(";")) {
                    if (!part.contains("=")) {
                        names.add(part.trim());
                    }
                }
            }
        }
        return names;
    }

    private static Set<String> packages(JarFile jar) {
        return jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class") && name.contains("/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.')).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(JarFile jar) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JarEntry entry : jar.stream().filter(BundleJar::namesClasses).toList()) {
            try (var in = jar.getInputStream(entry)) {
                texts.add(entry.getName());
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return String.join("\n", texts);
    }

    @Override
    public String toString() {
        return name;
    }
}
