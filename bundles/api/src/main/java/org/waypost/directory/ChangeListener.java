package org.waypost.directory;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/** Is told of changes. */
@ConsumerType
public interface ChangeListener {
    /**
     * The next batch comes after the stage completed, so a slow listener slows nothing but itself. A failed stage
     * means "not taken": the watch begins again from the last position that was taken.
     */
    CompletionStage<Void> changed(ChangeBatch batch);

    /** The watch cannot go on at present and is tried again by itself; told once, until a batch comes again. */
    default void interrupted(String reason) {}
}
