package org.waypost.smtp.client.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The mechanisms PLAIN (RFC 4616) and LOGIN of AUTH (RFC 4954). */
final class Sasl {
    private Sasl() {
    }

    /** What the client says, line by line; empty if the server offers no mechanism known here. */
    static List<String> lines(Set<String> mechanisms, Credentials credentials) {
        if (mechanisms.contains("PLAIN")) {
            return List.of("AUTH PLAIN " + base64("\0" + credentials.user() + "\0" + credentials.password()));
        }
        return mechanisms.contains("LOGIN")
                ? List.of("AUTH LOGIN", base64(credentials.user()), base64(credentials.password())) : List.of();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
