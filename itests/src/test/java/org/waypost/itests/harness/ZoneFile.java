package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A zone as name servers read it. */
final class ZoneFile {
    private static final String HEAD = """
            $ORIGIN %s
            $TTL 300
            @ IN SOA ns hostmaster 1 3600 600 86400 60
            """;

    private ZoneFile() {}

    /** @param origin ends in a dot; @param records NS records among them */
    static Path write(Path folder, String origin, String records) {
        try {
            return Files.writeString(folder.resolve(origin.equals(".") ? "root.zone" : origin + "zone"), HEAD.formatted(origin) + records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
