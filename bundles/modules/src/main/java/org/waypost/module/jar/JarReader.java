package org.waypost.module.jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.waypost.module.jar.ModuleJar.Need;
import org.waypost.module.jar.ModuleJar.Offer;

/** Reads the jar of a module, without running anything of it. */
public final class JarReader {
    private static final String CLASS = ".class";

    private JarReader() {}

    /** @throws NoModuleException if it is no bundle */
    public static ModuleJar read(Path file, String checksum) throws NoModuleException {
        File jar = file.toFile();
        try (JarFile open = new JarFile(jar)) {
            return read(open, checksum);
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            throw new NoModuleException("it is no jar that can be read (" + e.getMessage() + ")");
        }
    }

    private static ModuleJar read(JarFile jar, String checksum) throws IOException, NoModuleException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw new NoModuleException("it has no manifest, so it is no bundle");
        }
        Attributes main = manifest.getMainAttributes();
        String name = Clause.read(header(main, "Bundle-SymbolicName")).stream().flatMap(clause -> clause.paths().stream()).findFirst()
                .orElseThrow(() -> new NoModuleException("its manifest has no Bundle-SymbolicName, so it is no bundle"));
        String version = Optional.ofNullable(main.getValue("Bundle-Version")).orElse("0");
        return new ModuleJar(name, Version.read(version).orElseThrow(() -> new NoModuleException("\"" + version + "\" is no version")),
                checksum, needs(header(main, "Import-Package")), offers(header(main, "Export-Package")), packages(jar));
    }

    private static String header(Attributes main, String name) {
        return Optional.ofNullable(main.getValue(name)).orElse("");
    }

    private static List<Need> needs(String header) throws NoModuleException {
        List<Need> needs = new ArrayList<>();
        for (Clause clause : Clause.read(header)) {
            String text = clause.parameters().getOrDefault("version", "0");
            VersionRange range = VersionRange.read(text)
                    .orElseThrow(() -> new NoModuleException("\"" + text + "\" in its Import-Package is no range of versions"));
            if (!"optional".equals(clause.parameters().get("resolution:"))) {
                clause.paths().forEach(path -> needs.add(new Need(path, range)));
            }
        }
        return needs;
    }

    private static List<Offer> offers(String header) {
        return Clause.read(header).stream().flatMap(clause -> clause.paths().stream().map(path -> new Offer(path,
                Version.read(clause.parameters().getOrDefault("version", "0")).orElse(Version.NONE)))).toList();
    }

    private static Set<String> packages(JarFile jar) {
        return jar.stream().map(JarEntry::getName).filter(entry -> entry.endsWith(CLASS) && entry.indexOf('/') > 0)
                .map(entry -> entry.substring(0, entry.lastIndexOf('/')).replace('/', '.')).collect(Collectors.toSet());
    }
}
