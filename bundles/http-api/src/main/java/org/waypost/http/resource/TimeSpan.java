package org.waypost.http.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Problem;
import org.waypost.http.route.Reply;

/** @param since not before @param until before */
record TimeSpan(Instant since, Instant until) {
    static final Parameter SINCE = Parameter.query("since", "Not before this time, such as 2026-01-31T12:00:00Z");
    static final Parameter UNTIL = Parameter.query("until", "Before this time, such as 2026-02-01T00:00:00Z");

    /** Refuses what is no time. @param then answers for the span; without limits where none is given */
    static Reply read(Call call, Function<TimeSpan, Reply> then) {
        TimeSpan span;
        try {
            span = new TimeSpan(call.optionalText("since").map(Instant::parse).orElse(Instant.MIN),
                    call.optionalText("until").map(Instant::parse).orElse(Instant.MAX));
        } catch (DateTimeException e) {
            return Reply.of(Problem.of(400, "The parameters since and until must be like 2026-01-31T12:00:00Z."));
        }
        return then.apply(span);
    }
}
