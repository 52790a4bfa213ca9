package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.WaypostHome;
import org.waypost.testkit.script.ScriptRunner;
import org.waypost.testkit.script.SmtpScript;
import org.waypost.testkit.script.SocketScriptChannel;

/**
 * The transcripts that the protocol's own tests run in memory, against the whole server. Each folder
 * of them wants a virtual server with the settings that its README tells.
 */
@ExtendWith(SharedSite.class)
class TranscriptIT {
    private static final String FOLDER = "/org/waypost/testkit/scripts";
    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "standard", Map.of(),
            "limits", Map.of("maxMessageSize", "2000", "maxRecipients", "3", "maxErrors", "3", "maxHops", "5",
                    "maxMessagesPerConnection", "2"),
            "tls", Map.of("tlsCertificate", "etc/tls/server.crt", "tlsKey", "etc/tls/server.key", "requireTls", "true"));

    private final Site site;

    TranscriptIT(Site site) {
        this.site = site;
    }

    @TestFactory
    List<DynamicTest> scripts() throws IOException, URISyntaxException {
        URI folder = SmtpScript.class.getResource(FOLDER).toURI();
        if (!folder.getScheme().equals("jar")) {
            return tests(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return tests(jar.getPath(FOLDER));
        }
    }

    private List<DynamicTest> tests(Path folder) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path group : children(folder).stream().filter(Files::isDirectory).toList()) {
            String name = group.getFileName().toString().replace("/", "");
            int port = virtualServer(name);
            children(group).stream().filter(file -> file.toString().endsWith(".smtp")).map(SmtpScript::parse)
                    .forEach(script -> tests.add(DynamicTest.dynamicTest(name + "/" + script.name(), () -> run(script, port))));
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    private int virtualServer(String group) {
        int port = Ports.free();
        Map<String, String> settings = SETTINGS.get(group);
        if (settings == null) {
            throw new AssertionError("no settings for the scripts in " + group);
        }
        site.home().virtualServer("transcripts-" + group, port, settings);
        Poll.until(Duration.ofSeconds(20), "the virtual server for " + group + " listens", () -> WaypostHome.listens(port));
        return port;
    }

    private static void run(SmtpScript script, int port) throws IOException {
        try (SocketScriptChannel channel = SocketScriptChannel.connect("127.0.0.1", port)) {
            ScriptRunner.run(script, channel);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
