package org.waypost.directory.embedded.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.directory.embedded.EmbeddedServer;
import org.waypost.directory.embedded.EmbeddedSettings;
import org.waypost.directory.embedded.Ports;
import org.waypost.directory.embedded.RecordedEvents;

/** What a replacement of the bundle needs: the old one lets go quickly and wholly, the new one waits for it. */
class RunnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(4);

    @TempDir
    Path folder;

    private final RecordedEvents events = new RecordedEvents();

    @Test
    void takesOverFolderAndPortFromTheOneBefore() throws Exception {
        EmbeddedSettings settings = settings(freePort());
        List<LDAPConnection> clients = new ArrayList<>();
        try (Runner after = new Runner(events)) {
            RecordedEvents before = new RecordedEvents();
            Runner old = new Runner(before);
            old.run(settings);
            await(before, "STARTED");
            for (int i = 0; i < 8; i++) {
                clients.add(new LDAPConnection("127.0.0.1", settings.port(), EmbeddedServer.ADMINISTRATOR,
                        Files.readString(settings.passwordFile()).strip()));
            }
            after.run(settings);
            await(events, "PORT_TAKEN");
            long start = System.nanoTime();
            old.close();
            Duration stop = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(stop.compareTo(STOP) < 0, stop::toString);
            await(events, "STARTED");
            assertEquals(List.of(), before.lines.stream().filter(line -> line.startsWith("STOP_FAILED")).toList());
            assertEquals(1, events.lines.stream().filter(line -> line.startsWith("PORT_TAKEN")).count());
        } finally {
            clients.forEach(LDAPConnection::close);
        }
        assertTrue(Ports.isFree(settings));
    }

    @Test
    void waitsForTheFolder() throws Exception {
        try (Runner after = new Runner(events)) {
            try (Runner old = new Runner(new RecordedEvents())) {
                old.run(settings(0));
                awaitFile(folder.resolve("data/journal"));
                after.run(settings(0));
                await(events, "FOLDER_TAKEN");
            }
            await(events, "STARTED");
        }
    }

    @Test
    void startsWhenAStrangerLeavesThePort() throws Exception {
        try (Runner runner = new Runner(events)) {
            try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                runner.run(settings(stranger.getLocalPort()));
                await(events, "PORT_TAKEN");
            }
            await(events, "STARTED");
        }
    }

    private EmbeddedSettings settings(int port) {
        return new EmbeddedSettings(InetAddress.getLoopbackAddress(), port, folder.resolve("data"), folder.resolve("password"),
                Optional.empty(), Optional.of("dc=example,dc=com"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(RecordedEvents events, String event) {
        await(() -> events.lines.stream().anyMatch(line -> line.startsWith(event)), event + ": " + events.lines);
    }

    private static void awaitFile(Path file) {
        await(() -> Files.exists(file), file.toString());
    }

    private static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
