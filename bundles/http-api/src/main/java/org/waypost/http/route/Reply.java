package org.waypost.http.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.waypost.admin.Answer;

/**
 * What a request is answered.
 *
 * @param body a {@link Problem}, or what JSON can say; empty text for none
 * @param headers by name
 */
public record Reply(int status, Object body, Map<String, String> headers) {
    public Reply {
        Objects.requireNonNull(body);
        headers = Map.copyOf(headers);
    }

    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    public static Reply of(Problem problem) {
        return new Reply(problem.status(), problem, Map.of());
    }

    /** A sentence is the {@code message} of an object. */
    public static Reply of(Answer<?> answer) {
        return of(answer, value -> value);
    }

    /** @param view what is shown of it */
    public static <T> Reply of(Answer<T> answer, Function<T, Object> view) {
        if (answer instanceof Answer.Refused<T> refused) {
            return of(Problem.of(refused));
        }
        Object shown = view.apply(((Answer.Ok<T>) answer).value());
        return ok(shown instanceof String sentence ? Map.of("message", sentence) : shown);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }
}
