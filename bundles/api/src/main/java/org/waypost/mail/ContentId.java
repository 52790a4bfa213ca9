package org.waypost.mail;

/**
 * Names a content in the spool. Contents are immutable once accepted and may be shared by messages.
 *
 * @param value unique in the spool, never negative; drawn from the same sequence as message ids
 */
public record ContentId(long value) {
    public ContentId {
        if (value < 0) {
            throw new IllegalArgumentException("negative id");
        }
    }
}
