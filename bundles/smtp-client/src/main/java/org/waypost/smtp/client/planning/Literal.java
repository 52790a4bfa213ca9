package org.waypost.smtp.client.planning;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses written as text, read without asking any name server. */
public final class Literal {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-f]*:[0-9a-f:.]*");
    private static final String V6_TAG = "ipv6:";

    private Literal() {
    }

    /** An address such as {@code 192.0.2.1}, {@code 2001:db8::1} or {@code IPv6:2001:db8::1}. */
    public static Optional<InetAddress> address(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = lower.startsWith(V6_TAG) ? lower.substring(V6_TAG.length()) : lower;
        if (!V4.matcher(plain).matches() && !V6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The text without the brackets around it, if there are any. */
    static String unbracketed(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }
}
