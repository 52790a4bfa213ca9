package org.waypost.rus.lease;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Time that nobody sets, and waiting for it to pass. Any thread. */
public interface Timer {
    /** Since some moment in the past; never goes back. */
    Duration now();

    /** Completes after that time; fails with {@link org.waypost.directory.DirectoryAwayException} when its owner ends. */
    CompletionStage<Void> after(Duration pause);
}
