package org.waypost.format.dsn;

import java.util.Objects;
import org.waypost.mail.BodyType;

/**
 * A DSN as bytes, in two pieces.
 *
 * @param prologue all that stands before the returned message
 * @param epilogue all that stands behind it; when no message is returned, the rest
 * @param body what the whole needs of a transport
 * @param international whether the whole needs SMTPUTF8
 */
public record Dsn(byte[] prologue, byte[] epilogue, BodyType body, boolean international) {
    public Dsn {
        Objects.requireNonNull(prologue);
        Objects.requireNonNull(epilogue);
        Objects.requireNonNull(body);
    }
}
