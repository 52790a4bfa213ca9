package org.waypost.directory.embedded.schema;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.directory.api.ldap.model.schema.SchemaManager;

/**
 * ApacheDS's own schemas. They are thousands of small LDIF files in its jar, without a list of them, which its own
 * loaders look for in ways that do not work in a bundle (a system property, the class path); here the jar is read
 * through.
 */
final class StandardSchemas {
    /** The jar inside the bundle. */
    private static final String EMBEDDED = "/apacheds-all.jar";
    private static final Pattern WANTED =
            Pattern.compile("schema/ou=schema/cn=(system|core|cosine|inetorgperson|apache|apachemeta|pwdpolicy|other)(/.*)?\\.ldif");

    private StandardSchemas() {
    }

    /** Writes all of them as one LDIF file. */
    static void write(Path file) throws IOException {
        // A schema's own file sorts before those of its parts, as their parents.
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream jar = new ZipInputStream(jar().openStream())) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (WANTED.matcher(entry.getName()).matches()) {
                    parts.put(entry.getName().replace(".ldif", ""), new String(jar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        StringBuilder all = new StringBuilder("version: 1\n\n");
        parts.values().forEach(part -> all.append(part.replaceFirst("version: *1\r?\n", "").strip()).append("\n\n"));
        Files.writeString(file, all);
    }

    private static URL jar() {
        URL embedded = StandardSchemas.class.getResource(EMBEDDED);
        return embedded == null ? SchemaManager.class.getProtectionDomain().getCodeSource().getLocation() : embedded;
    }
}
