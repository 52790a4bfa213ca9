package org.waypost.queue.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** What administrators hold back, read at start and kept at once. In the engine's thread. */
public final class Holds {
    private final QueueNames frozen;
    private final QueueNames disabled;
    private final OutboundSwitch outbound;

    /**
     * @param folder of its files
     * @param files runs one task after the other
     */
    public Holds(Path folder, Executor files) {
        frozen = new QueueNames(folder.resolve("frozen"), files);
        disabled = new QueueNames(folder.resolve("disabled"), files);
        outbound = new OutboundSwitch(folder.resolve("outbound"), files);
    }

    /** Reads the files anew: another version of the queue may have written them. */
    void load() throws IOException {
        outbound.load();
        disabled.load();
        frozen.load();
    }

    QueueNames frozen() {
        return frozen;
    }

    QueueNames disabled() {
        return disabled;
    }

    OutboundSwitch outbound() {
        return outbound;
    }

    /** Makes a queue held or not, as its name and kind say. */
    void apply(JobQueue queue) {
        queue.hold(frozen.contains(queue.name()), disabled.contains(queue.name()), outbound.hold().isPresent() && queue.isOutbound());
    }

    /** Those that are held by name, also without mail. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(frozen.names());
        names.addAll(disabled.names());
        return names;
    }
}
