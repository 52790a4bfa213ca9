package org.waypost.linkstate;

import java.util.Comparator;
import java.util.UUID;

/** A connector at one of its source bridgeheads: what is up or down. */
public record Link(UUID connector, UUID bridgehead) implements Comparable<Link> {
    private static final Comparator<Link> ORDER = Comparator.comparing(Link::connector).thenComparing(Link::bridgehead);

    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }
}
