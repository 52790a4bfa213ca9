package org.waypost.admin.lockdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.event.EventLog;

/** Lockdown with one door that it can close. */
public final class LockdownRig {
    private static final String BUNDLE = "some.console";
    private static final LockdownAdmin.Request ALL = new LockdownAdmin.Request(List.of(), new LockdownAdmin.Door("", true), false);

    private final MemoryBundles bundles = new MemoryBundles(BUNDLE);
    private final Path folder;
    private final EventLog events;

    /** @param folder for what is closed */
    public LockdownRig(Path folder, EventLog events) {
        this.folder = folder;
        this.events = events;
    }

    public Answer<List<Closing>> close() {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return admin(Map.of(door.getLocalPort(), new Owner("console", "console", Owner.Reach.NOBODY, "Stop it.", new Measure.Stop(BUNDLE)))).close(ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer<List<Closing>> undo() {
        return admin(Map.of()).undo();
    }

    private LockdownUseCases admin(Map<Integer, Owner> owners) {
        return new LockdownUseCases(new ProcessSockets(Path.of("/proc/self")), () -> new Doors(bundles.runs(BUNDLE) ? owners : Map.of(), Map.of()),
                new Closer(folder, folder.resolve("lockdown"), bundles), events, Duration.ofMillis(1));
    }
}
