package org.waypost.admin.lockdown;

import java.util.Objects;
import org.waypost.admin.LockdownAdmin.Closing;

/**
 * What undoing a step came to.
 *
 * @param before as a clause; @param after likewise, the same if nothing was changed
 */
record Effect(Closing closing, String before, String after) {
    Effect {
        Objects.requireNonNull(closing);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }

    /** Nothing was changed. */
    static Effect none(Closing closing, String now) {
        return new Effect(closing, now, now);
    }

    static String runs(String bundle) {
        return "the bundle " + bundle + " runs";
    }

    /** @param file its name in the folder of the configuration; @param lines of it; blank for none */
    static String said(String file, String lines) {
        return "etc/" + file + (lines.isBlank() ? " does not set it" : " says " + lines.strip());
    }
}
