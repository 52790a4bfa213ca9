package org.waypost.admin.lockdown;

/**
 * Who listens on a port.
 *
 * @param name such as {@code shell (SSH)}
 * @param reach who should reach it
 * @param advice how it is closed, or kept to this machine, as a sentence
 */
public record Owner(String name, Reach reach, String advice) {
    /** Who should reach a port. */
    public enum Reach {
        EVERYBODY,
        /** Better this machine alone. */
        MACHINE,
        NOBODY
    }
}
