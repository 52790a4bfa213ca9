package org.waypost.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.routing.NextHop;

/** Reads how a connector names a smart host: {@code NAME}, {@code [ADDRESS]} or {@code mx:DOMAIN}, each with an optional {@code :PORT}. */
final class SmartHostText {
    static final int SMTP = 25;

    private static final Pattern FORM = Pattern.compile("(mx:)?(\\[[^\\]]+\\]|[^:\\[\\]]+)(?::(\\d{1,5}))?", Pattern.CASE_INSENSITIVE);

    private SmartHostText() {}

    /** Text of another form is a name that nobody will find. */
    static NextHop.Host read(String text, String credentials) {
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches()) {
            return new NextHop.Host(Optional.empty(), text, SMTP, false, credentials);
        }
        int port = form.group(3) == null ? SMTP : Integer.parseInt(form.group(3));
        return new NextHop.Host(Optional.empty(), form.group(2), port, form.group(1) != null, credentials);
    }
}
