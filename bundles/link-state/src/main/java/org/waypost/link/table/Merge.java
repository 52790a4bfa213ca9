package org.waypost.link.table;

/** What came of a state that somebody else told. */
public sealed interface Merge {
    /** It was newer. @param table with it */
    record Accepted(Table table) implements Merge {}

    /** It is what is known. */
    record Known() implements Merge {}

    /** A newer one is known: who told it wants to hear of that. */
    record Outdated() implements Merge {}

    /** It is of a group that the directory does not have, or not yet: if it ever has, the next exchange brings it. */
    record Unknown() implements Merge {}

    /** It cannot be true. @param reason for an event */
    record Refused(String reason) implements Merge {}
}
