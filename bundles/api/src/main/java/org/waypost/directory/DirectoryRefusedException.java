package org.waypost.directory;

/**
 * The server answered, and said no: a filter it cannot read, no such base, no permission. Trying again without a
 * change does not help.
 */
public final class DirectoryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int resultCode;

    /** @param resultCode RFC 4511 4.1.9 */
    public DirectoryRefusedException(int resultCode, String message) {
        super(message);
        this.resultCode = resultCode;
    }

    public int resultCode() {
        return resultCode;
    }
}
