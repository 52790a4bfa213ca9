package org.waypost.module.jar;

/** A file that is no jar of a module; the message is a part of a sentence that says why. */
public final class NoModuleException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoModuleException(String message) {
        super(message);
    }
}
