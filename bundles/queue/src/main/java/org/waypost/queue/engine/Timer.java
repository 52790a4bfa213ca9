package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Things to do later in the engine's thread. For what is rare: nothing here is done per message. */
final class Timer {
    private record Task(Instant time, Runnable action) {}

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::time));

    void at(Instant time, Runnable action) {
        tasks.add(new Task(time, action));
    }

    void run(Instant now) {
        while (!tasks.isEmpty() && !tasks.peek().time().isAfter(now)) {
            tasks.poll().action().run();
        }
    }

    Instant next() {
        return tasks.isEmpty() ? Instant.MAX : tasks.peek().time();
    }

    void clear() {
        tasks.clear();
    }
}
