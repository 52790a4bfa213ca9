package org.waypost.module.engine;

/** A wish that is refused; the message is a full sentence. Inside this package, where several steps may refuse. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    RefusedException(String sentence, boolean unknown) {
        super(sentence);
        this.unknown = unknown;
    }

    boolean isUnknown() {
        return unknown;
    }
}
