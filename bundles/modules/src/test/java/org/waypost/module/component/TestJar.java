package org.waypost.module.component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar of a small bundle. */
public record TestJar(Map<String, String> headers, Class<?> activator) {
    public static TestJar of(String name, String version, Class<?> activator) {
        return new TestJar(Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", version,
                "Bundle-Activator", activator.getName(), "Import-Package", "org.osgi.framework"), activator);
    }

    public TestJar with(String header, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new TestJar(changed, activator);
    }

    public Path in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "test", ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((header, value) -> manifest.getMainAttributes().putValue(header, value));
        String entry = activator.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
                InputStream bytes = activator.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(timeless(JarFile.MANIFEST_NAME));
            manifest.write(out);
            out.putNextEntry(timeless(entry));
            bytes.transferTo(out);
        }
        return file;
    }

    /** The same jar made again has the same octets, whenever that is. */
    private static JarEntry timeless(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        return entry;
    }
}
