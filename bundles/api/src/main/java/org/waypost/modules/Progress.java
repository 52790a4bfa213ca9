package org.waypost.modules;

import java.util.Objects;

/**
 * The replacement under way.
 *
 * @param number as {@link Replacement#number}
 * @param name of the module
 * @param phase what is done now, as a sentence
 */
public record Progress(long number, String name, String phase) {
    public Progress {
        Objects.requireNonNull(name);
        Objects.requireNonNull(phase);
    }
}
