package org.waypost.eventlog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waypost.event.LoggedEvent;

/** All of them; one that fails keeps the others from nothing. Any thread. */
public final class Outputs {
    private final List<Output> all = new CopyOnWriteArrayList<>();

    public void add(Output output) {
        all.add(output);
    }

    public void remove(Output output) {
        all.remove(output);
    }

    void logged(LoggedEvent event) {
        each(output -> output.logged(event));
    }

    void flush() {
        each(Output::flush);
    }

    private void each(Consumer<Output> call) {
        for (Output output : all) {
            try {
                call.accept(output);
            } catch (RuntimeException e) {
                // The log itself failed: there is no better place to say so.
                System.err.println("Waypost event log: " + output + ": " + e);
            }
        }
    }
}
