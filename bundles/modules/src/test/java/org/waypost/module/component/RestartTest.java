package org.waypost.module.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.waypost.module.component.sample.Good;
import org.waypost.module.component.sample.Throwing;
import org.waypost.module.engine.ModuleEvent;
import org.waypost.modules.Replacement.Verdict;

/** A replacement outlives the server, its bundle cache and the manager that began it. */
class RestartTest {
    private static final String NAME = "org.waypost.sample";
    private static final TestJar FIRST = TestJar.of(NAME, "1.0.0", Good.class);
    private static final TestJar SECOND = TestJar.of(NAME, "1.1.0", Good.class);

    @TempDir
    private Path folder;

    private void replaceOnce() throws Exception {
        try (Server server = new Server(folder, "cache")) {
            server.install(FIRST);
            assertEquals(Verdict.KEPT, server.manage(Server.QUICK).replaced(SECOND).verdict());
        }
    }

    @Test
    void whatACleanedCacheForgotIsPutInAgain() throws Exception {
        replaceOnce();
        try (Server server = new Server(folder, "cleaned")) {
            Bundle bundle = server.install(FIRST);
            server.manage(Server.QUICK);
            Server.until(() -> server.events.contains(ModuleEvent.RESTORED));
            assertEquals("1.1.0", bundle.getVersion().toString());
            assertEquals(Bundle.ACTIVE, bundle.getState());
            assertEquals("1.0.0", server.module(NAME).original().orElseThrow().version());
        }
    }

    @Test
    void aNewBuildGoesBeforeAReplacement() throws Exception {
        replaceOnce();
        try (Server server = new Server(folder, "cleaned")) {
            Bundle bundle = server.install(TestJar.of(NAME, "1.0.1", Good.class));
            server.manage(Server.QUICK);
            Server.until(() -> server.events.contains(ModuleEvent.DROPPED));
            assertEquals("1.0.1", bundle.getVersion().toString());
            assertEquals(Verdict.DROPPED, server.history().get(0).verdict());
            assertEquals(Optional.empty(), server.module(NAME).original());
        }
    }

    /** Its version tells nothing, so the replacement is given up, which is said. */
    @Test
    void aNewBuildOfTheSameVersionGoesBeforeAReplacementAndSaysSo() throws Exception {
        replaceOnce();
        try (Server server = new Server(folder, "cleaned")) {
            Bundle bundle = server.install(FIRST.with("Bundle-Name", "built anew"));
            server.manage(Server.QUICK);
            Server.until(() -> server.events.contains(ModuleEvent.DROPPED));
            assertEquals("built anew", bundle.getHeaders().get("Bundle-Name"));
            assertTrue(server.history().get(0).reason().contains("has another org.waypost.sample now"), server.history().get(0).reason());
        }
    }

    @Test
    void aReplacementOfTheSameVersionIsPutInAgain() throws Exception {
        try (Server server = new Server(folder, "cache")) {
            server.install(FIRST);
            assertEquals(Verdict.KEPT, server.manage(Server.QUICK).replaced(FIRST.with("Bundle-Name", "built anew")).verdict());
        }
        try (Server server = new Server(folder, "cleaned")) {
            Bundle bundle = server.install(FIRST);
            server.manage(Server.QUICK);
            Server.until(() -> server.events.contains(ModuleEvent.RESTORED));
            assertEquals("built anew", bundle.getHeaders().get("Bundle-Name"));
        }
    }

    @Test
    void aRestartWithoutChangesChangesNothing() throws Exception {
        replaceOnce();
        try (Server server = new Server(folder, "cache")) {
            server.manage(Server.QUICK);
            Server.until(() -> server.modules.progress().isEmpty() && server.module(NAME).original().isPresent());
            assertEquals("1.1.0", server.module(NAME).version());
            assertEquals(1, server.history().size());
        }
    }

    @Test
    void aNewManagerGoesOnWatching() throws Exception {
        try (Server server = new Server(folder, "cache")) {
            Bundle bundle = server.install(FIRST);
            server.manage(Server.QUICK).replace(SECOND, Optional.of(Duration.ofSeconds(1)));
            Server.until(() -> server.modules.progress().filter(p -> p.phase().contains("watched")).isPresent());
            server.modules.close();
            server.manage(Server.QUICK);
            Server.until(() -> !server.history().isEmpty());
            assertEquals(Verdict.KEPT, server.history().get(0).verdict());
            assertEquals("1.1.0", bundle.getVersion().toString());
        }
    }

    @Test
    void whatWasCutOffWhileItWasPutInIsTakenBack() throws Exception {
        try (Server server = new Server(folder, "cache")) {
            Bundle bundle = server.install(FIRST);
            server.manage(Server.QUICK).replace(SECOND, Optional.of(Duration.ofMinutes(10)));
            Server.until(() -> server.modules.progress().filter(p -> p.phase().contains("watched")).isPresent());
            server.modules.close();
            asIfInAnotherProcess();
            server.manage(Server.QUICK);
            Server.until(() -> !server.history().isEmpty());
            assertEquals(List.of(Verdict.ROLLED_BACK, "the server ended while it was being put in"),
                    List.of(server.history().get(0).verdict(), server.history().get(0).reason()));
            assertEquals("1.0.0", bundle.getVersion().toString());
        }
    }

    private void asIfInAnotherProcess() throws Exception {
        Path pending = folder.resolve("modules/pending");
        String text = Files.readString(pending);
        assertTrue(text.contains("\tACTIVE\t"), text);
        Files.writeString(pending, text.replace("\tACTIVE\t", "\tBEGUN\t").replace(ProcessHandle.current().pid() + "@", "0@"));
    }

    @Test
    void oneThatDoesNotStartAnyMoreIsDropped() throws Exception {
        replaceOnce();
        Path current = folder.resolve("modules/current");
        String checksum = Files.readString(current).split("\t")[2];
        Files.copy(TestJar.of(NAME, "1.1.0", Throwing.class).in(folder), folder.resolve("modules/jars/" + checksum + ".jar"),
                StandardCopyOption.REPLACE_EXISTING);
        try (Server server = new Server(folder, "cleaned")) {
            Bundle bundle = server.install(FIRST);
            server.manage(Server.QUICK);
            Server.until(() -> server.events.contains(ModuleEvent.DROPPED));
            assertEquals("1.0.0", bundle.getVersion().toString());
            assertEquals(Bundle.ACTIVE, bundle.getState());
        }
    }
}
