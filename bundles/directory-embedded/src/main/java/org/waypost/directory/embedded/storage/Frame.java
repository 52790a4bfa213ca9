package org.waypost.directory.embedded.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Changes that are on disk together or not at all: length of the payload, its CRC-32, the payload. The payload is a count
 * and for each change its id, the length of its LDIF (-1 for none), the LDIF in UTF-8.
 */
final class Frame {
    static final int HEADER = 8;
    private static final int GONE = -1;
    /** The count, the length of an id, the length of an LDIF. */
    private static final int LENGTHS = 4 + 2 + 4;

    private Frame() {
    }

    static ByteBuffer write(List<Change> changes) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(payload)) {
            out.writeInt(changes.size());
            for (Change change : changes) {
                write(change, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = payload.toByteArray();
        return ByteBuffer.allocate(HEADER + bytes.length).putInt(bytes.length).putInt(checksum(bytes)).put(bytes).flip();
    }

    private static void write(Change change, DataOutputStream out) throws IOException {
        out.writeUTF(change.id());
        if (change.ldif().isEmpty()) {
            out.writeInt(GONE);
            return;
        }
        byte[] ldif = change.ldif().get().getBytes(StandardCharsets.UTF_8);
        out.writeInt(ldif.length);
        out.write(ldif);
    }

    static List<Change> read(byte[] payload) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            for (int left = in.readInt(); left > 0; left--) {
                String id = in.readUTF();
                int length = in.readInt();
                changes.add(new Change(id, length == GONE ? Optional.empty()
                        : Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8))));
            }
        }
        return changes;
    }

    /** About how long the frame of this change alone is: exact for ASCII, which both id and LDIF are. */
    static int size(Change change) {
        return HEADER + LENGTHS + change.id().length() + change.ldif().map(String::length).orElse(0);
    }

    static int checksum(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
