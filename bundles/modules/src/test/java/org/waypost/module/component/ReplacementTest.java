package org.waypost.module.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.waypost.module.component.sample.Good;
import org.waypost.module.component.sample.Hanging;
import org.waypost.module.component.sample.Throwing;
import org.waypost.module.engine.ModuleEvent;
import org.waypost.modules.Begun;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;
import org.waypost.modules.Staging;

/** Bundles of a real framework are replaced. */
class ReplacementTest {
    private static final String NAME = "org.waypost.sample";
    private static final TestJar FIRST = TestJar.of(NAME, "1.0.0", Good.class);
    private static final TestJar SECOND = TestJar.of(NAME, "1.1.0", Good.class);

    @TempDir
    private Path folder;
    private Server server;
    private Bundle bundle;

    @BeforeEach
    void start() throws Exception {
        server = new Server(folder, "cache");
        bundle = server.install(FIRST);
        server.manage(Server.QUICK);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aGoodModuleIsKept() throws Exception {
        String before = server.module(NAME).checksum();
        Replacement done = server.replaced(SECOND);
        assertEquals(List.of(Verdict.KEPT, "1.0.0", before, "1.1.0", "alice"),
                List.of(done.verdict(), done.fromVersion(), done.fromChecksum(), done.version(), done.who()), done.reason());
        assertEquals(done.checksum(), server.module(NAME).checksum());
        assertEquals(before, server.module(NAME).original().orElseThrow().checksum());
        assertEquals("ACTIVE", server.module(NAME).state());
        assertEquals(List.of(ModuleEvent.BEGUN, ModuleEvent.KEPT), server.events);
        assertEquals(List.of(NAME, "1.0.0", "1.1.0", done.reason(), "alice"), server.told.get(1));
    }

    /** As snapshots are. */
    @Test
    void otherBytesOfTheSameVersionAreAnotherModule() throws Exception {
        String before = server.module(NAME).checksum();
        Replacement done = server.replaced(FIRST.with("Bundle-Name", "built anew"));
        assertEquals(List.of(Verdict.KEPT, "1.0.0", "1.0.0"), List.of(done.verdict(), done.fromVersion(), done.version()));
        assertEquals("built anew", bundle.getHeaders().get("Bundle-Name"));
        assertEquals(done.checksum(), server.module(NAME).checksum());
        assertEquals(before, server.module(NAME).original().orElseThrow().checksum());
    }

    @Test
    void oneThatThrowsWhenItStartsIsRolledBack() throws Exception {
        Replacement done = server.replaced(TestJar.of(NAME, "1.1.0", Throwing.class));
        assertEquals(Verdict.ROLLED_BACK, done.verdict());
        assertTrue(done.reason().contains("broken on purpose"), done.reason());
        assertRunsAsBefore();
    }

    @Test
    void oneThatHangsWhenItStartsIsRolledBack() throws Exception {
        server.modules.configure(Server.IMPATIENT);
        Replacement done = server.replaced(TestJar.of(NAME, "1.1.0", Hanging.class));
        assertEquals(Verdict.ROLLED_BACK, done.verdict());
        assertEquals("it did not start within 1 s", done.reason());
        assertRunsAsBefore();
    }

    @Test
    void oneThatMakesErrorsIsRolledBackWhileItIsWatched() throws Exception {
        Begun begun = server.replace(SECOND, Optional.of(Duration.ofMinutes(10)));
        Server.until(() -> server.modules.progress().filter(p -> p.phase().contains("watched")).isPresent());
        for (int i = 0; i < 3; i++) {
            server.monitor.error(Instant.now(), Set.of(Good.class.getPackageName()), "no such thing");
        }
        Replacement done = server.ended(begun);
        assertEquals(Verdict.ROLLED_BACK, done.verdict());
        assertTrue(done.reason().contains("the last one: no such thing"), done.reason());
        assertRunsAsBefore();
    }

    @Test
    void oneThatIsStoppedWhileItIsWatchedIsRolledBack() throws Exception {
        Begun begun = server.replace(SECOND, Optional.of(Duration.ofMinutes(10)));
        Server.until(() -> server.modules.progress().filter(p -> p.phase().contains("watched")).isPresent());
        bundle.stop(Bundle.STOP_TRANSIENT);
        assertEquals("it is not active but RESOLVED", server.ended(begun).reason());
        assertRunsAsBefore();
    }

    private void assertRunsAsBefore() {
        assertEquals("1.0.0", bundle.getVersion().toString());
        assertEquals(Bundle.ACTIVE, bundle.getState());
        assertEquals(List.of(ModuleEvent.BEGUN, ModuleEvent.ROLLED_BACK), server.events);
        assertEquals("alice", server.told.get(1).get(4));
        assertEquals(Optional.empty(), server.module(NAME).original());
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingChanges() throws Exception {
        long since = bundle.getLastModified();
        refused(FIRST, "byte for byte");
        refused(TestJar.of("org.waypost.other", "1.0.0", Good.class), "no module of that name");
        refused(TestJar.of("org.apache.felix.framework", "1.0.0", Good.class), "no module of that name");
        refused(SECOND.with("Import-Package", "org.osgi.framework,net.nobody;version=\"[1.2,2)\""),
                "needs package net.nobody [1.2.0,2.0.0), which nobody has");
        refused(SECOND.with("Import-Package", "org.osgi.framework;version=9"), "which is there in version 1.");
        assertEquals(since, bundle.getLastModified());
        assertEquals(List.of(), server.history());
    }

    private void refused(TestJar jar, String why) throws Exception {
        Staging.Refused refused = assertInstanceOf(Staging.Refused.class, server.stage(jar));
        assertTrue(refused.reason().contains(why), refused.reason());
        assertEquals(List.of(refused.reason(), "alice"), server.told.get(server.told.size() - 1).subList(1, 3));
    }

    @Test
    void whatOthersUseStaysOffered() throws Exception {
        Bundle user = offerAndUse();
        refused(SECOND, "does not offer what other modules use: package sample.offer [1.0.0,2.0.0), which nobody has");
        TestJar fits = SECOND.with("Export-Package", "sample.offer;version=1.1");
        assertEquals(List.of("org.waypost.user"), ((Staging.Ready) server.stage(fits)).plan().refreshed());
        assertEquals(Verdict.KEPT, server.replaced(fits).verdict());
        assertEquals(Bundle.ACTIVE, user.getState());
    }

    private Bundle offerAndUse() throws Exception {
        assertEquals(Verdict.KEPT, server.replaced(FIRST.with("Export-Package", "sample.offer;version=1.0")).verdict());
        return server.install(TestJar.of("org.waypost.user", "1.0.0", Good.class)
                .with("Import-Package", "org.osgi.framework,sample.offer;version=\"[1.0,2)\""));
    }

    @Test
    void anAdministratorPutsTheOneBeforeBack() throws Exception {
        assertEquals(Verdict.KEPT, server.replaced(SECOND).verdict());
        Begun begun = Server.begun(() -> server.modules.rollback("sample", "bob").toCompletableFuture().join());
        assertEquals(Verdict.PUT_BACK, server.ended(begun).verdict());
        assertEquals("1.0.0", bundle.getVersion().toString());
        assertEquals(Optional.empty(), server.module(NAME).original());
        assertInstanceOf(Begun.Refused.class, Server.begun(() -> server.modules.rollback("sample", "bob").toCompletableFuture().join()));
    }

    @Test
    void oneReplacementAtATime() throws Exception {
        server.replace(SECOND, Optional.of(Duration.ofMinutes(10)));
        String third = ((Staging.Ready) server.stage(TestJar.of(NAME, "1.2.0", Good.class))).plan().checksum();
        Begun.Refused refused = assertInstanceOf(Begun.Refused.class,
                server.modules.replace(third, Optional.empty(), false, "bob").toCompletableFuture().join());
        assertTrue(refused.reason().startsWith("Another module is being replaced: org.waypost.sample"), refused.reason());
    }
}
