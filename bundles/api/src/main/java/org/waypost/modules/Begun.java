package org.waypost.modules;

import java.util.Objects;

/** What became of the wish to replace a module. */
public sealed interface Begun {
    /** It goes on by itself; its end is in the history under this number. */
    record Going(long number) implements Begun {}

    /**
     * Nothing that runs was changed.
     *
     * @param reason a sentence: why, and what to do
     * @param unknown whether there is no such module or jar
     */
    record Refused(String reason, boolean unknown) implements Begun {
        public Refused {
            Objects.requireNonNull(reason);
        }
    }
}
