package org.waypost.http.route;

import java.util.Objects;
import org.waypost.admin.Answer;

/**
 * Why there is no answer (RFC 9457).
 *
 * @param status of HTTP
 * @param detail full sentences
 */
public record Problem(String title, int status, String detail) {
    public Problem {
        Objects.requireNonNull(title);
        Objects.requireNonNull(detail);
    }

    public static Problem of(int status, String detail) {
        return new Problem(title(status), status, detail);
    }

    static Problem of(Answer.Refused<?> refused) {
        return of(switch (refused.cause()) {
            case UNKNOWN -> 404;
            case AWAY -> 503;
            case NOT_POSSIBLE -> 409;
        }, refused.reason());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not logged in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Not possible";
            case 422 -> "Not allowed as it is";
            case 415 -> "Unsupported body";
            case 429 -> "Too many attempts";
            case 503 -> "Away";
            default -> "Fault of the server";
        };
    }
}
