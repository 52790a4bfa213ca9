package org.waypost.rus.engine;

/** A recipient cannot be stamped, and trying again without a change does not help. Fails stages only. */
final class StampRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StampRefusedException(String reason) {
        super(reason, null, false, false);
    }
}
