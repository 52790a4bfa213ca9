package org.waypost.http.account;

import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie that holds the id of a session (RFC 6265). */
final class SessionCookie {
    private static final String NAME = "waypost";

    private SessionCookie() {
    }

    static Optional<String> read(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty() : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).findFirst();
    }

    /** As a Set-Cookie header; the servlet API knows no SameSite. */
    static String set(String id, boolean secure) {
        return NAME + "=" + id + attributes(secure);
    }

    static String clear(boolean secure) {
        return NAME + "=; Max-Age=0" + attributes(secure);
    }

    private static String attributes(boolean secure) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
