package org.waypost.queue.engine;

/** Where a job is within its queue. A job is in one place only: {@link Job#moveTo} takes it out of the old one. */
sealed interface Place permits JobList, DueIndex {
    void add(Job job);

    void remove(Job job);
}
