package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waypost.smtp.server.settings.AuthenticationRules.Need;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.testkit.connection.MemoryConnection;
import org.waypost.testkit.connection.MemoryScriptChannel;
import org.waypost.testkit.script.ScriptRunner;
import org.waypost.testkit.script.SmtpScript;
import org.waypost.testkit.scripts.Scripts;

class ScriptsTest {
    @Test
    void thereAreScripts() {
        assertTrue(Scripts.in("standard").size() >= 25);
    }

    @TestFactory
    Stream<DynamicTest> standard() {
        return tests("standard", TestSettings.standard());
    }

    @TestFactory
    Stream<DynamicTest> limits() {
        return tests("limits", TestSettings.limits(TestSettings.SMALL));
    }

    @TestFactory
    Stream<DynamicTest> tls() {
        return tests("tls", TestSettings.tls(true));
    }

    @TestFactory
    Stream<DynamicTest> submission() {
        return secured("submission", TestSettings.authentication(Need.OPTIONAL, true, Duration.ZERO));
    }

    @TestFactory
    Stream<DynamicTest> authentication() {
        return secured("authentication", TestSettings.authentication(Need.OPTIONAL, false, Duration.ZERO));
    }

    private static Stream<DynamicTest> secured(String folder, ServerSettings settings) {
        return Scripts.secured(folder).stream().map(script -> DynamicTest.dynamicTest(script.name(),
                () -> run(script, settings, MemoryConnection::secured)));
    }

    /** The same scripts with every message streamed. */
    @TestFactory
    Stream<DynamicTest> standardStreamed() {
        return tests("standard", TestSettings.limits(TestSettings.streaming(0)));
    }

    private static Stream<DynamicTest> tests(String folder, ServerSettings settings) {
        return Scripts.in(folder).stream().map(script -> DynamicTest.dynamicTest(script.name(), () -> run(script, settings, UnaryOperator.identity())));
    }

    private static void run(SmtpScript script, ServerSettings settings, UnaryOperator<MemoryConnection> before) {
        TestServer server = new TestServer(settings);
        MemoryConnection connection = before.apply(server.connection());
        connection.start(server.server::open);
        ScriptRunner.run(script, new MemoryScriptChannel(connection));
        connection.drop();
        assertEquals(0, server.memory.held(), "memory for contents");
        assertEquals(server.messages().size(), server.stored.contents(), "contents without a message");
    }
}
