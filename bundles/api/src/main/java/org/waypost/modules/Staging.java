package org.waypost.modules;

import java.util.Objects;

/** What became of a jar that was given. */
public sealed interface Staging {
    /** It can be put in. */
    record Ready(Plan plan) implements Staging {
        public Ready {
            Objects.requireNonNull(plan);
        }
    }

    /** @param reason a sentence: why it cannot be put in, and what to do */
    record Refused(String reason) implements Staging {
        public Refused {
            Objects.requireNonNull(reason);
        }
    }
}
