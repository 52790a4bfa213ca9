package org.waypost.smtp.server.authentication;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What a client sends in an authentication exchange: base64 of UTF-8 (RFC 4954 4, RFC 4616 2). */
public final class SaslResponse {
    private static final byte NUL = 0;

    private SaslResponse() {}

    /** The octets behind a base64 text, which is wiped; empty if it is none. */
    public static Optional<byte[]> decode(byte[] base64) {
        try {
            // The decoder takes what lacks its padding, which RFC 4954 4 does not.
            return base64.length % 4 == 0 ? Optional.of(Base64.getDecoder().decode(base64)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(base64, NUL);
        }
    }

    /** The response to LOGIN's first question, which is wiped; empty if it can be no name. */
    public static Optional<String> user(byte[] response) {
        return characters(response, 0, response.length).map(String::new).filter(Credentials::isUser);
    }

    /** The response to LOGIN's second question, which is wiped, with the answer to the first. */
    public static Optional<Credentials> password(String user, byte[] response) {
        return characters(response, 0, response.length).flatMap(password -> Credentials.of(user, password));
    }

    /**
     * The message of PLAIN, which is wiped: {@code [authorization identity] NUL user NUL password}. Nobody may act
     * for another, so an authorization identity must be the user.
     */
    public static Optional<Credentials> plain(byte[] message) {
        try {
            int first = next(message, 0);
            int second = next(message, first + 1);
            if (first < 0 || second < 0 || next(message, second + 1) >= 0) {
                return Optional.empty();
            }
            Optional<String> identity = text(message, 0, first);
            Optional<String> user = text(message, first + 1, second);
            boolean itself = identity.isPresent() && (identity.get().isEmpty() || identity.equals(user));
            return user.filter(name -> itself).flatMap(name -> characters(message, second + 1, message.length)
                    .flatMap(password -> Credentials.of(name, password)));
        } finally {
            Arrays.fill(message, NUL);
        }
    }

    private static int next(byte[] message, int from) {
        for (int i = from; i < message.length; i++) {
            if (message[i] == NUL) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> text(byte[] bytes, int from, int to) {
        return characters(Arrays.copyOfRange(bytes, from, to), 0, to - from).map(String::new);
    }

    /** Decodes UTF-8 without leaving a copy behind, and wipes what it was. */
    private static Optional<char[]> characters(byte[] bytes, int from, int to) {
        CharBuffer decoded = CharBuffer.allocate(to - from);
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var result = decoder.decode(ByteBuffer.wrap(bytes, from, to - from), decoded, true);
            if (result.isError()) {
                result.throwException();
            }
            return Optional.of(Arrays.copyOf(decoded.array(), decoded.position()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(decoded.array(), '\0');
            Arrays.fill(bytes, from, to, NUL);
        }
    }
}
