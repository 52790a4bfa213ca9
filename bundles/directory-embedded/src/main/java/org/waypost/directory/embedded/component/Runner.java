package org.waypost.directory.embedded.component;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waypost.directory.embedded.EmbeddedEvent;
import org.waypost.directory.embedded.EmbeddedServer;
import org.waypost.directory.embedded.EmbeddedSettings;
import org.waypost.directory.embedded.Ports;
import org.waypost.event.EventLog;

/**
 * Starts and stops servers on its own thread, one at a time. While another has the folder or the port, it asks again four
 * times a second, for as long as it takes; so a newer version of this bundle takes over as soon as the older one has let go.
 */
final class Runner implements AutoCloseable {
    private static final Duration RETRY = Duration.ofMillis(250);

    private final EventLog events;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-directory-embedded"));
    /** Of the thread. */
    private EmbeddedServer running;
    /** Of the thread: what it should run, for which it may be waiting. */
    private EmbeddedSettings wanted;
    /** Of the thread: what was reported of this wait. */
    private EmbeddedEvent told;

    Runner(EventLog events) {
        this.events = events;
    }

    /** Runs a server with these settings instead of the one before. Returns at once. */
    void run(EmbeddedSettings settings) {
        thread.execute(() -> {
            stop();
            wanted = settings;
            told = null;
            start(settings);
        });
    }

    /** Folder and port are free when it returns; a start under way is finished first. */
    @Override
    public void close() {
        Future<?> stopped = thread.submit(() -> {
            wanted = null;
            stop();
        });
        try {
            stopped.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            thread.shutdown();
        }
    }

    private void start(EmbeddedSettings settings) {
        if (settings != wanted) {
            return;
        }
        if (!Ports.isFree(settings)) {
            startLater(settings, EmbeddedEvent.PORT_TAKEN, settings.address().getHostAddress(), settings.port());
            return;
        }
        try {
            Optional<EmbeddedServer> started = EmbeddedServer.start(settings, events);
            if (started.isPresent()) {
                running = started.get();
            } else {
                startLater(settings, EmbeddedEvent.FOLDER_TAKEN, settings.folder());
            }
        } catch (IOException | RuntimeException e) {
            events.report(EmbeddedEvent.START_FAILED, settings.folder(), e.getMessage(), e);
        }
    }

    private void startLater(EmbeddedSettings settings, EmbeddedEvent why, Object... parameters) {
        if (told != why) {
            told = why;
            events.report(why, parameters);
        }
        thread.schedule(() -> start(settings), RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stop() {
        if (running == null) {
            return;
        }
        try {
            running.stop();
        } catch (IOException | RuntimeException e) {
            events.report(EmbeddedEvent.STOP_FAILED, e.getMessage(), e);
        } finally {
            running = null;
        }
    }
}
