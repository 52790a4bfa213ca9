package org.waypost.queue.engine;

import java.util.Optional;
import java.util.function.Consumer;

/** Jobs in the order they came; linked through the jobs themselves, so that a move costs no memory. */
final class JobList implements Place {
    private Job first;
    private Job last;
    private int size;

    @Override
    public void add(Job job) {
        job.previous = last;
        job.next = null;
        if (last == null) {
            first = job;
        } else {
            last.next = job;
        }
        last = job;
        size++;
    }

    @Override
    public void remove(Job job) {
        if (job.previous == null) {
            first = job.next;
        } else {
            job.previous.next = job.next;
        }
        if (job.next == null) {
            last = job.previous;
        } else {
            job.next.previous = job.previous;
        }
        job.previous = null;
        job.next = null;
        size--;
    }

    Optional<Job> first() {
        return Optional.ofNullable(first);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void forEach(Consumer<Job> action) {
        for (Job job = first; job != null; job = job.next) {
            action.accept(job);
        }
    }
}
