package org.waypost.module.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * A stage of the way of mail at a moment.
 *
 * @param messages in it
 * @param oldest when the oldest of them was accepted
 * @param open whether mail may leave it: not held, nor waiting for its time
 * @param retrying whether its last attempt failed
 * @param reason of the last failure; empty if none
 */
public record Stage(int messages, Optional<Instant> oldest, boolean open, boolean retrying, String reason) {}
