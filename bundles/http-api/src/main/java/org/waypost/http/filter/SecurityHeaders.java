package org.waypost.http.filter;

import javax.servlet.http.HttpServletResponse;

/** What every answer tells the browser. */
final class SecurityHeaders {
    private static final String STRICT = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none';"
            + " form-action 'self'";
    /** Its pages have scripts and styles in them. */
    private static final String FELIX_CONSOLE = "/system/console";
    private static final String OF_FELIX_CONSOLE = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data:; frame-ancestors 'none'";

    private SecurityHeaders() {
    }

    static void set(String path, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", path.startsWith(FELIX_CONSOLE) ? OF_FELIX_CONSOLE : STRICT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (path.equals("/api") || path.startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
