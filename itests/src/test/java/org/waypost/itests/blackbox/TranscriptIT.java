package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.testkit.script.ScriptRunner;
import org.waypost.testkit.script.SmtpScript;
import org.waypost.testkit.script.SocketScriptChannel;

/** The transcripts that the protocol's own tests run in memory, against the whole server. */
@ExtendWith(SharedSite.class)
class TranscriptIT {
    private static final String FOLDER = "/org/waypost/testkit/scripts";

    private final Site site;

    TranscriptIT(Site site) {
        this.site = site;
    }

    @TestFactory
    List<DynamicTest> scripts() throws IOException, URISyntaxException {
        URI folder = SmtpScript.class.getResource(FOLDER).toURI();
        List<SmtpScript> scripts;
        if (folder.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                scripts = read(jar.getPath(FOLDER));
            }
        } else {
            scripts = read(Path.of(folder));
        }
        assertFalse(scripts.isEmpty());
        return scripts.stream().map(script -> DynamicTest.dynamicTest(script.name(), () -> run(script))).toList();
    }

    private void run(SmtpScript script) throws IOException {
        try (SocketScriptChannel channel = SocketScriptChannel.connect("127.0.0.1", site.home().smtpPort())) {
            ScriptRunner.run(script, channel);
        }
    }

    private static List<SmtpScript> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".smtp")).sorted().map(SmtpScript::parse).toList();
        }
    }
}
