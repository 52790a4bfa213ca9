package org.waypost.smtp.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses with a common prefix, such as {@code 192.0.2.0/24}.
 *
 * @param prefix network byte order, 4 or 16 bytes; bits behind the length are zero
 * @param length of the prefix in bits
 */
public record Network(byte[] prefix, int length) {

    /** Reads {@code address/length} or a single address; empty if it is neither. Asks no name server. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = address.get().getAddress();
        int bits = bytes.length * 8;
        int length = slash < 0 ? bits : number(text.substring(slash + 1));
        return length < 0 || length > bits ? Optional.empty() : Optional.of(new Network(masked(bytes, length), length));
    }

    /** An address written as digits; empty for anything that would have to be looked up. */
    public static Optional<InetAddress> literal(String text) {
        boolean v6 = text.indexOf(':') >= 0;
        boolean digitsOnly = !text.isEmpty() && text.chars().allMatch(c -> v6 ? isV6(c) : c == '.' || c >= '0' && c <= '9');
        boolean complete = v6 || text.chars().filter(c -> c == '.').count() == 3;
        try {
            return digitsOnly && complete ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == prefix.length && Arrays.equals(masked(bytes, length), prefix);
    }

    private static boolean isV6(int c) {
        return c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 0x80;
    }

    private static int number(String text) {
        return text.length() < 1 || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1 : Integer.parseInt(text);
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] masked = new byte[address.length];
        System.arraycopy(address, 0, masked, 0, length / 8);
        if (length % 8 != 0) {
            masked[length / 8] = (byte) (address[length / 8] & 0xFF << 8 - length % 8);
        }
        return masked;
    }
}
