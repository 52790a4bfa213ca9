package org.waypost.metabase.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Bytes with a format version before and a checksum behind them. */
final class Sealed {
    private static final int FORMAT = 1;

    /** Writes a form. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a form. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private Sealed() {
    }

    static byte[] write(Writing form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            form.to(out);
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws DamagedException if these are not bytes that were sealed */
    static <T> T read(byte[] bytes, Reading<T> form) throws DamagedException {
        int size = bytes.length - Integer.BYTES;
        if (size < 1 || ByteBuffer.wrap(bytes).getInt(size) != checksum(bytes, size)) {
            throw new DamagedException("a checksum is wrong");
        }
        if (bytes[0] != FORMAT) {
            throw new DamagedException("format " + bytes[0] + " is not known to this version");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, size - 1))) {
            return form.from(in);
        } catch (IOException | RuntimeException e) {
            throw new DamagedException("a record cannot be read: " + e.getMessage(), e);
        }
    }

    private static int checksum(byte[] bytes, int size) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, size);
        return (int) checksum.getValue();
    }
}
