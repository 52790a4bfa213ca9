package org.waypost.metric;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.waypost.metric.health.Checkup;
import org.waypost.metrics.Vitals;

/** {@code /health}: 200 whatever the state; with {@code ?ready}, 503 while no mail can be taken. */
public final class HealthServlet extends GuardedServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkup checkup;
    private final transient ObjectMapper json = new ObjectMapper();

    public HealthServlet(Checkup checkup, Visitors visitors) {
        super(visitors);
        this.checkup = checkup;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Vitals.Health health = checkup.look();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", text(health.status()));
        body.put("ready", health.ready());
        body.put("problems", health.problems().stream().map(HealthServlet::shown).toList());
        boolean refused = asksReady(request) && !health.ready();
        send(response, refused ? 503 : 200, "application/json", json.writeValueAsBytes(body));
    }

    private static boolean asksReady(HttpServletRequest request) {
        return request.getQueryString() != null && List.of(request.getQueryString().split("[&=]")).contains("ready");
    }

    private static Map<String, String> shown(Vitals.Problem problem) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("level", text(problem.level()));
        shown.put("area", problem.area());
        shown.put("object", problem.object());
        shown.put("text", problem.text());
        return shown;
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
