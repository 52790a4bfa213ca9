package org.waypost.ds2mb.mapping;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Internet addresses and networks as text. */
final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Addresses() {}

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    static boolean isV6(String text) {
        return V6.matcher(text).matches() && parse(text).isPresent();
    }

    /** ADDRESS or ADDRESS/BITS. */
    static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int most = isV4(address) ? 32 : isV6(address) ? 128 : -1;
        return most > 0 && (slash < 0 || isNumber(text.substring(slash + 1), most));
    }

    static boolean isNumber(String text, int most) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= most;
    }

    /** Text of hexadecimal digits and colons is never looked up. */
    private static Optional<InetAddress> parse(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
