package org.waypost.transport.mina.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Collects what a client sends first until the name it asks for (SNI, RFC 6066 3) is known, or it is clear that there
 * is none: another extension list, something malformed, which is left to the engine to refuse, or more than any client
 * sends.
 */
final class ClientHello {
    private static final int MAX_BYTES = 32 * 1024;
    private static final int HANDSHAKE_RECORD = 22;
    private static final int REST_OF_HEADER = 4;
    private static final int CLIENT_HELLO = 1;
    private static final int MESSAGE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 34;
    private static final int SERVER_NAME = 0;
    private static final int HOST_NAME = 0;

    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private Optional<String> name = Optional.empty();

    /** @return whether enough has come */
    boolean add(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        raw.writeBytes(bytes);
        return raw.size() > MAX_BYTES || isComplete(ByteBuffer.wrap(raw.toByteArray()));
    }

    /** Empty if the client named none. */
    Optional<String> name() {
        return name;
    }

    /** All that came. */
    byte[] bytes() {
        return raw.toByteArray();
    }

    private boolean isComplete(ByteBuffer records) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (records.hasRemaining()) {
            if (records.get() != HANDSHAKE_RECORD) {
                return true;
            }
            if (records.remaining() < REST_OF_HEADER) {
                break;
            }
            records.getShort();
            byte[] fragment = new byte[Math.min(unsigned16(records), records.remaining())];
            records.get(fragment);
            message.writeBytes(fragment);
        }
        return isRead(ByteBuffer.wrap(message.toByteArray()));
    }

    private boolean isRead(ByteBuffer message) {
        if (message.remaining() < MESSAGE_HEADER) {
            return false;
        }
        int header = message.getInt();
        int length = header & 0xFFFFFF;
        if (header >>> 24 != CLIENT_HELLO) {
            return true;
        }
        if (message.remaining() < length) {
            return false;
        }
        try {
            name = name(message.slice(message.position(), length));
        } catch (BufferUnderflowException e) {
            name = Optional.empty();
        }
        return true;
    }

    private static Optional<String> name(ByteBuffer hello) {
        take(hello, VERSION_AND_RANDOM);
        take(hello, unsigned8(hello));
        take(hello, unsigned16(hello));
        take(hello, unsigned8(hello));
        if (!hello.hasRemaining()) {
            return Optional.empty();
        }
        ByteBuffer extensions = take(hello, unsigned16(hello));
        while (extensions.hasRemaining()) {
            int type = unsigned16(extensions);
            ByteBuffer extension = take(extensions, unsigned16(extensions));
            if (type == SERVER_NAME) {
                return hostName(take(extension, unsigned16(extension)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> hostName(ByteBuffer names) {
        while (names.hasRemaining()) {
            int type = unsigned8(names);
            ByteBuffer value = take(names, unsigned16(names));
            if (type == HOST_NAME) {
                return Optional.of(StandardCharsets.US_ASCII.decode(value).toString());
            }
        }
        return Optional.empty();
    }

    private static ByteBuffer take(ByteBuffer from, int length) {
        if (length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = from.slice(from.position(), length);
        from.position(from.position() + length);
        return part;
    }

    private static int unsigned8(ByteBuffer from) {
        return from.get() & 0xFF;
    }

    private static int unsigned16(ByteBuffer from) {
        return from.getShort() & 0xFFFF;
    }
}
