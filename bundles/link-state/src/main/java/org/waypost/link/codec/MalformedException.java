package org.waypost.link.codec;

/** Ends the reading of a text; never leaves this package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedException(String reason) {
        super(reason, null, false, false);
    }
}
