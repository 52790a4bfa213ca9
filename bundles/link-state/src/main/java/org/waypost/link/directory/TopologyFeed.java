package org.waypost.link.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.link.topology.Topology;
import org.waypost.link.topology.TopologySearch;

/**
 * Reads the topology from one directory, at once and after each change; changes that come together are read together. A
 * reading that fails is tried again after 1 to 30 s. Ends when closed.
 */
public final class TopologyFeed implements ChangeListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopologyFeed.class);
    private static final Duration TOGETHER = Duration.ofMillis(200);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Directory directory;
    private final Consumer<Topology> reader;
    private final ScheduledExecutorService thread;
    private final Directory.Watching watching;
    private Duration retry = FIRST_RETRY;
    private boolean reading;
    private boolean due;
    private boolean closed;

    /** @param reader called in {@code thread} */
    public TopologyFeed(Directory directory, Consumer<Topology> reader, ScheduledExecutorService thread) {
        this.directory = directory;
        this.reader = reader;
        this.thread = thread;
        watching = directory.watch(new Watch(Search.Role.CONFIGURATION, "", TopologySearch.FILTER, TopologySearch.ATTRIBUTES, Optional.empty()),
                this);
        soon(Duration.ZERO);
    }

    @Override
    public CompletionStage<Void> changed(ChangeBatch batch) {
        if (!batch.changes().isEmpty()) {
            soon(TOGETHER);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watching.close();
    }

    /** One reading is under way or to come, and at most one after it. */
    private synchronized void soon(Duration delay) {
        if (reading) {
            due = true;
        } else if (!closed) {
            reading = true;
            thread.schedule(this::read, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void read() {
        synchronized (this) {
            // What changed until now is in this reading.
            due = false;
        }
        TopologySearch.read(directory).whenComplete((topology, failure) -> thread.execute(() -> take(topology, failure)));
    }

    private void take(Topology topology, Throwable failure) {
        boolean wanted;
        Duration next;
        synchronized (this) {
            reading = false;
            wanted = !closed;
            next = failure != null ? retry : TOGETHER;
            retry = failure == null ? FIRST_RETRY : retry.multipliedBy(2).compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry.multipliedBy(2);
            if (failure != null || due) {
                soon(next);
            }
        }
        if (wanted && failure == null) {
            reader.accept(topology);
        } else if (wanted) {
            LOG.warn("The topology cannot be read from the directory, which is tried again in {} s: {}", next.toSeconds(), failure.getMessage());
        }
    }
}
