package org.waypost.module.watch;

import java.time.Instant;

/**
 * An error that was logged or reported.
 *
 * @param own whether it comes from the module that was replaced
 * @param text of it, for people
 */
public record Mishap(Instant at, boolean own, String text) {}
