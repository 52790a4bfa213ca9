package org.waypost.metric.health;

import java.util.Objects;

/**
 * Something that is not well.
 *
 * @param area {@code queue}, {@code spool}, {@code servers}, {@code directory}, {@code replication} or {@code links}
 * @param object a DN or a name; empty if it is of no single object
 * @param text a sentence
 */
public record HealthProblem(Level level, String area, String object, String text) {
    public HealthProblem {
        Objects.requireNonNull(level);
        Objects.requireNonNull(area);
        Objects.requireNonNull(object);
        Objects.requireNonNull(text);
    }
}
