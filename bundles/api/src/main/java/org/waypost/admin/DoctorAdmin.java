package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Looks for what is wrong with this server and around it. Changes nothing. Waits up to a minute. Any thread. */
@ProviderType
public interface DoctorAdmin {
    /** @param progress told of each finding as it comes, in any thread */
    Answer<List<Finding>> examine(Consumer<Finding> progress);

    /**
     * @param check what was looked at, such as {@code mail exchangers}
     * @param sentence what was found, with its object
     * @param remedy what to do, as a sentence; empty if there is nothing
     */
    record Finding(String check, Verdict verdict, String sentence, String remedy) {
        public Finding {
            Objects.requireNonNull(check);
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(sentence);
            Objects.requireNonNull(remedy);
        }
    }

    enum Verdict {
        OK,
        /** Was not looked at; the sentence says why. */
        SKIPPED,
        /** Works, and may not for long or not for all. */
        WARNING,
        PROBLEM
    }
}
