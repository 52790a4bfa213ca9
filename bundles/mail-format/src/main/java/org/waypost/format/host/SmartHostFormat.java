package org.waypost.format.host;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.routing.NextHop.SmartHost;

/** Smart hosts as people write them: {@code host}, {@code host:port}, {@code [address]:port}, {@code mx:domain}. */
public final class SmartHostFormat {
    /** What is allowed, for people. */
    public static final String ALLOWED = "NAME, [ADDRESS] or mx:DOMAIN, each with an optional :PORT from 1 to 65535";

    private static final int SMTP = 25;
    private static final Pattern FORM =
            Pattern.compile("(mx:)?(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252}[A-Za-z0-9])?)(?::(\\d{1,5}))?");

    private SmartHostFormat() {
    }

    /**
     * @param credentials the name of the credentials to use, or empty
     * @return empty if the text is none
     */
    public static Optional<SmartHost> parse(String text, String credentials) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int port = m.group(4) == null ? SMTP : Integer.parseInt(m.group(4));
        boolean lookupMx = m.group(1) != null;
        boolean wrong = port < 1 || port > 65535 || lookupMx && m.group(2).startsWith("[");
        return wrong ? Optional.empty() : Optional.of(new SmartHost(m.group(2).toLowerCase(Locale.ROOT), port, lookupMx, credentials));
    }
}
