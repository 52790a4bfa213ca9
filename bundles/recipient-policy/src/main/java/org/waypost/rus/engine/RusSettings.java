package org.waypost.rus.engine;

import java.util.Optional;

/**
 * Settings of an instance.
 *
 * @param base DN below which it works; empty for the directory's base of recipients
 * @param server URL of the only directory server it uses, as configured there; empty for any
 * @param stamping whether it writes; empty: unless the directory is a foreign one
 * @param atOnce recipients stamped at a time, 1 or more
 */
public record RusSettings(String base, Optional<String> server, Optional<Boolean> stamping, int atOnce) {
    public static final RusSettings DEFAULT = new RusSettings("", Optional.empty(), Optional.empty(), 64);
}
