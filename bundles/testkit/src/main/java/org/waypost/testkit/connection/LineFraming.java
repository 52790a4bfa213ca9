package org.waypost.testkit.connection;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/** Collects one line; see {@link Want.Line}. */
final class LineFraming {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean pendingCr;
    private boolean bare;
    private boolean tooLong;

    Optional<Unit> next(Want.Line want, InputBytes input) {
        while (input.available() > 0) {
            byte b = input.next();
            if (b == '\n') {
                return Optional.of(finish());
            }
            if (pendingCr) {
                bare = true;
                add((byte) '\r', want.maxLength());
            }
            pendingCr = b == '\r';
            if (!pendingCr) {
                add(b, want.maxLength());
            }
        }
        return Optional.empty();
    }

    private void add(byte b, int max) {
        if (line.size() < max) {
            line.write(b);
        } else {
            tooLong = true;
        }
    }

    private Unit finish() {
        byte[] bytes = tooLong ? new byte[0] : line.toByteArray();
        Unit unit = new Unit.Line(bytes, tooLong, bare || !pendingCr);
        line.reset();
        pendingCr = false;
        bare = false;
        tooLong = false;
        return unit;
    }
}
