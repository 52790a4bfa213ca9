package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;
import org.waypost.track.file.EventWriter;
import org.waypost.track.file.LogFile;
import org.waypost.track.index.Summary;
import org.waypost.tracking.TrackingEvent;

/** Writes events to the files and tells the index of them. What cannot be written is lost and counted. One thread. */
final class Recorder {
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A group of so many octets is written at once. */
    private static final int LARGE_GROUP = 256 << 10;
    private static final int LARGE_EVENT = 500;

    private final EventWriter writer = new EventWriter();
    private final Path folder;
    private final Appender appender;
    private final Indexer indexer;
    private final Catalog catalog;
    private final EventLog events;
    private final List<TrackingEvent> grouped = new ArrayList<>();
    private int[] lengths = new int[1_000];
    private volatile long recorded;
    private volatile long lost;
    private long lostBefore;
    private boolean failing;
    private boolean brokenReported;
    private long retryAt;

    Recorder(Path folder, Appender appender, Indexer indexer, Catalog catalog, EventLog events) {
        this.folder = folder;
        this.appender = appender;
        this.indexer = indexer;
        this.catalog = catalog;
        this.events = events;
    }

    long recorded() {
        return recorded;
    }

    long lost() {
        return lost;
    }

    /** Whether it is worth while to hand something in. */
    boolean isReady() {
        return !failing || System.nanoTime() - retryAt >= 0;
    }

    /** Takes an event; it is written with {@link #write} at the latest. */
    void add(TrackingEvent event, long fileSize) {
        List<Address> recipients = event.recipients();
        for (int from = 0; from == 0 || from < recipients.size(); from += LARGE_EVENT) {
            int to = Math.min(recipients.size(), from + LARGE_EVENT);
            one(recipients.size() <= LARGE_EVENT ? event : part(event, recipients.subList(from, to)));
        }
        if (writer.size() >= LARGE_GROUP) {
            write(fileSize);
        }
    }

    /** @param fileSize in octets; a larger file is followed by another one */
    void write(long fileSize) {
        if (grouped.isEmpty()) {
            return;
        }
        try {
            begin(fileSize);
            long end = appender.append(writer.bytes(), writer.size());
            catalog.put(catalog.part(appender.file().orElseThrow()).endingAt(end));
            indexer.follow(grouped, Arrays.copyOf(lengths, grouped.size()));
            recorded += grouped.size();
            works();
        } catch (IOException e) {
            fail(e);
        } finally {
            writer.reset();
            grouped.clear();
        }
        sync();
    }

    /** What has to be done from time to time. */
    void tick() {
        try {
            if (appender.isOfAnotherDay()) {
                end();
            }
        } catch (IOException e) {
            fail(e);
        }
        sync();
    }

    /** The file that is written to is complete. */
    void end() throws IOException {
        indexer.end();
        appender.end();
    }

    /** A fault of ours, which must not end the recording of others. */
    void broken(RuntimeException e) {
        if (!brokenReported) {
            brokenReported = true;
            events.report(TrackingLogEvent.BROKEN, folder, e.getMessage(), e);
        }
    }

    private void sync() {
        try {
            appender.syncIfDue();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void begin(long fileSize) throws IOException {
        if (appender.isOfAnotherDay() || appender.isLarger(fileSize) || indexer.wantsNewFile()) {
            end();
        }
        if (appender.file().isEmpty()) {
            LogFile file = appender.begin(catalog.last());
            catalog.put(new Part(file, Summary.NONE, 0));
            indexer.begin(file);
        }
    }

    private void one(TrackingEvent event) {
        try {
            event.time().toEpochMilli();
            int length = writer.add(event);
            lengths = grouped.size() == lengths.length ? Arrays.copyOf(lengths, 2 * lengths.length) : lengths;
            lengths[grouped.size()] = length;
            grouped.add(event);
        } catch (RuntimeException e) {
            lost++;
            broken(e);
        }
    }

    private void works() {
        if (failing) {
            failing = false;
            events.report(TrackingLogEvent.WRITES_AGAIN, folder, lost - lostBefore);
        }
    }

    private void fail(IOException e) {
        if (!failing) {
            lostBefore = lost;
            events.report(TrackingLogEvent.WRITE_FAILED, folder, e.getMessage(), e);
        }
        failing = true;
        lost += grouped.size();
        retryAt = System.nanoTime() + RETRY_NANOS;
    }

    private static TrackingEvent part(TrackingEvent event, List<Address> recipients) {
        return new TrackingEvent(event.time(), event.kind(), event.message(), event.header(), event.sender(), recipients,
                event.size(), event.virtualServer(), event.queue(), event.connector(), event.remoteHost(), event.remoteAddress(),
                event.tls(), event.text(), event.related());
    }
}
