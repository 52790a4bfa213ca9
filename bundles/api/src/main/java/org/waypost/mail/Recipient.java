package org.waypost.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A recipient of a message and how far its delivery is: one row of the spool.
 *
 * @param number unique in its message, 0 or more
 * @param parent the number of the recipient this one was expanded from, or -1
 * @param address the forward-path
 * @param original the ORCPT parameter, decoded, with its type ("rfc822;a@b"), if given
 * @param notifyOn the NOTIFY parameter; empty for the default
 * @param progress how far its delivery is
 */
public record Recipient(int number, int parent, Address address, Optional<String> original, Set<Notify> notifyOn,
        Progress progress) {
    public static final int NO_PARENT = -1;

    public Recipient {
        Objects.requireNonNull(address);
        Objects.requireNonNull(original);
        Objects.requireNonNull(progress);
        notifyOn = Set.copyOf(notifyOn);
    }

    public Recipient with(Progress newProgress) {
        return new Recipient(number, parent, address, original, notifyOn, newProgress);
    }

    /**
     * @param state what is to be done
     * @param attempts failed so far, 0 or more
     * @param due not before this time; {@link Instant#EPOCH} for at once
     * @param frozen whether an administrator holds it
     * @param delayReported whether the delay DSN was sent
     * @param lastReason the last failure, for people; empty if none
     */
    public record Progress(State state, int attempts, Instant due, boolean frozen, boolean delayReported, String lastReason) {
        public static final Progress NEW = new Progress(State.WAITING, 0, Instant.EPOCH, false, false, "");

        public Progress {
            Objects.requireNonNull(state);
            Objects.requireNonNull(due);
            Objects.requireNonNull(lastReason);
        }
    }

    /** What is to be done with a recipient that is still in the spool. */
    public enum State {
        /** To be delivered. */
        WAITING,
        /** Replaced by the recipients that name it as parent; kept for the DSN until they are done. */
        EXPANDED
    }
}
