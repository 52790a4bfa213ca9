package org.waypost.spool.rocks;

/** What rows there are; each a column family. */
enum Table {
    /** The spool itself. */
    STATE("default"),
    /** Messages and, behind each, its recipients. */
    MESSAGE("message"),
    /** Contents, or that they are files. */
    CONTENT("content"),
    /** How many messages share a content; without a row it is one. */
    REFERENCES("references");

    private final String family;

    Table(String family) {
        this.family = family;
    }

    String family() {
        return family;
    }
}
