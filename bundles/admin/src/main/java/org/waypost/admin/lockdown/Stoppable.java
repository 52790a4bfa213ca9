package org.waypost.admin.lockdown;

/** Bundles that are closed doors once they are stopped. Any thread. */
public interface Stoppable {
    /** False also if there is no such bundle. */
    boolean runs(String bundle);

    /** Also after the next start of the server. @throws IllegalStateException if it cannot be stopped */
    void stop(String bundle);

    /** Also after the next start of the server. @throws IllegalStateException if it does not start */
    void start(String bundle);
}
