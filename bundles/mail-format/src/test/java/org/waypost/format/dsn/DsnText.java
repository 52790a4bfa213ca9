package org.waypost.format.dsn;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A DSN put together, for tests. */
final class DsnText {
    private DsnText() {}

    static byte[] bytes(Dsn dsn, byte[] returned) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(dsn.prologue());
        out.writeBytes(returned);
        out.writeBytes(dsn.epilogue());
        return out.toByteArray();
    }

    static String whole(Dsn dsn, byte[] returned) {
        return new String(bytes(dsn, returned), StandardCharsets.UTF_8);
    }
}
