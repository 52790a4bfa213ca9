package org.waypost.directory;

/** No server of the role answered properly: try again later. The message names servers and causes. */
public final class DirectoryAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DirectoryAwayException(String message) {
        super(message);
    }
}
