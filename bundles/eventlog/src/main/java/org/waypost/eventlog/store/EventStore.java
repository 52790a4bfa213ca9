package org.waypost.eventlog.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.waypost.event.LoggedEvent;
import org.waypost.eventlog.Output;

/**
 * Appends events to files: {@link #logged} gathers, {@link #flush} writes. A disk that refuses costs the gathered lines, which the
 * text log has, and is told once until it takes again. Any thread.
 */
public final class EventStore implements Output, AutoCloseable {
    private final EventWriter writer = new EventWriter();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private final InstantSource clock;
    private final BiConsumer<String, IOException> failed;
    private StoreSettings settings;
    private EventFile file;
    private FileChannel channel;
    private boolean failing;
    private boolean closed;

    /** @param failed is told the folder and why it cannot be written; called in the thread that flushes */
    public EventStore(StoreSettings settings, InstantSource clock, BiConsumer<String, IOException> failed) {
        this.settings = Objects.requireNonNull(settings);
        this.clock = Objects.requireNonNull(clock);
        this.failed = Objects.requireNonNull(failed);
    }

    /** From the next write on. */
    public synchronized void settings(StoreSettings newSettings) {
        if (!newSettings.folder().equals(settings.folder())) {
            flush();
            end();
        }
        settings = newSettings;
    }

    @Override
    public synchronized void logged(LoggedEvent event) {
        writer.write(event, gathered);
    }

    /** Writes what was added, in as few steps as there are files for it. */
    @Override
    public synchronized void flush() {
        if (gathered.size() == 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(gathered.toByteArray());
        gathered.reset();
        try {
            begin();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            failing = false;
        } catch (IOException e) {
            end();
            boolean told = failing;
            failing = true;
            if (!told) {
                failed.accept(settings.folder().toString(), e);
            }
        }
        if (closed) {
            end();
        }
    }

    /** The file to write to: that of before, or a new one if the day changed or it is full. */
    private void begin() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (channel != null && file.day().equals(today) && channel.position() < settings.fileSize()) {
            return;
        }
        end();
        Files.createDirectories(settings.folder());
        List<EventFile> files = EventFile.in(settings.folder());
        Retention.apply(files, settings, today);
        int number = 1 + files.stream().filter(f -> f.day().equals(today)).mapToInt(EventFile::number).max().orElse(0);
        create(today, number);
    }

    private void create(LocalDate today, int firstNumber) throws IOException {
        for (int number = firstNumber; channel == null; number++) {
            try {
                file = EventFile.of(settings.folder(), today, number);
                channel = FileChannel.open(file.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // The version before this one is still writing: the next number is free.
            }
        }
    }

    private void end() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // What was written is in the file; there is nothing left to do with it.
        }
        channel = null;
    }

    /** What is added afterwards is still written, each time to a file of its own. */
    @Override
    public synchronized void close() {
        flush();
        end();
        closed = true;
    }
}
