package org.waypost.testkit.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waypost.testkit.script.SmtpScript;

/** Finds the transcripts beside this class, be it in a folder or in a jar. */
public final class Scripts {
    private Scripts() {}

    /** @param folder such as {@code standard} */
    public static List<SmtpScript> in(String folder) {
        return at(folder);
    }

    /**
     * Those that begin on a connection secured before its first byte, and so need a channel that speaks TLS. They want
     * an authenticator, too, as the {@code README} of their folder tells.
     *
     * @param folder such as {@code submission}
     */
    public static List<SmtpScript> secured(String folder) {
        return at("/org/waypost/testkit/secured/" + folder);
    }

    private static List<SmtpScript> at(String folder) {
        try {
            URI place = Scripts.class.getResource(folder).toURI();
            if (!place.getScheme().equals("jar")) {
                return read(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return read(jar.getPath(place.getSchemeSpecificPart().replaceFirst(".*!", "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SmtpScript> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".smtp")).sorted().map(SmtpScript::parse).toList();
        }
    }
}
