package org.waypost.http.route;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.waypost.event.EventLog;
import org.waypost.http.HttpEvent;
import org.waypost.http.account.Accounts;
import org.waypost.http.account.Identity;
import org.waypost.http.account.UserPrincipal;
import org.waypost.http.filter.OncePerMinute;
import org.waypost.http.json.Json;

/** Leads a request to its route, if who asks may, means it, and asks rightly. Any thread. */
public final class Dispatcher {
    private static final String CSRF_HEADER = "X-CSRF-Token";

    private final RouteTable table;
    private final Accounts accounts;
    private final Json json;
    private final EventLog events;
    private final OncePerMinute reports;

    public Dispatcher(RouteTable table, Accounts accounts, Json json, EventLog events, InstantSource clock) {
        this.table = table;
        this.accounts = accounts;
        this.json = json;
        this.events = events;
        this.reports = new OncePerMinute(clock);
    }

    /** @throws IOException if the body cannot be read */
    Reply reply(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        Optional<RouteTable.Found> found = table.find(request.getMethod(), path);
        if (found.isEmpty()) {
            return notThere(table.allowed(path));
        }
        Route route = found.get().route();
        Optional<Identity> identity = accounts.identify(request);
        Optional<Reply> refusal = refusal(route, identity, request);
        refusal.ifPresent(reply -> report((Problem) reply.body(), request));
        return refusal.isPresent() ? refusal.get() : read(route, found.get().path(), identity, request);
    }

    /** A browser whose session is over is nothing to report. */
    private void report(Problem problem, HttpServletRequest request) {
        boolean suspicious = problem.status() == 403 || request.getHeader("Authorization") != null;
        if (suspicious && reports.admits(request.getRemoteAddr())) {
            String reason = problem.detail().substring(0, problem.detail().length() - 1);
            events.report(HttpEvent.REQUEST_REFUSED, request.getRemoteAddr(), problem.status(), reason);
        }
    }

    private static Reply notThere(String allowed) {
        return allowed.isEmpty() ? Reply.of(Problem.of(404, "There is nothing at this path; " + Route.BASE + "/openapi.json tells what there is."))
                : Reply.of(Problem.of(405, "At this path there are only " + allowed + ".")).with("Allow", allowed);
    }

    private static Optional<Reply> refusal(Route route, Optional<Identity> identity, HttpServletRequest request) {
        if (route.role().isEmpty()) {
            return Optional.empty();
        }
        if (identity.isEmpty()) {
            return Optional.of(Reply.of(Problem.of(401, "This needs a login (POST " + Route.BASE + "/session) or a token."))
                    .with("WWW-Authenticate", "Bearer"));
        }
        if (!identity.get().account().role().covers(route.role().get())) {
            return Optional.of(Reply.of(Problem.of(403, "This needs the role " + route.role().get() + ", and "
                    + identity.get().account().user() + " has " + identity.get().account().role() + ".")));
        }
        return route.isSafe() || identity.get().isMeant(request.getHeader(CSRF_HEADER)) ? Optional.empty()
                : Optional.of(Reply.of(Problem.of(403, "The header " + CSRF_HEADER + " does not have the session's token, which GET "
                        + Route.BASE + "/session tells.")));
    }

    private Reply read(Route route, Map<String, String> path, Optional<Identity> identity, HttpServletRequest request) throws IOException {
        Optional<Map<String, List<String>>> query = Query.parse(request.getQueryString());
        if (query.isEmpty()) {
            return Reply.of(Problem.of(400, "The query is not percent-encoded UTF-8."));
        }
        Optional<Map<String, Object>> body = route.hasBody() ? body(request) : Optional.of(Map.of());
        if (body.isEmpty()) {
            return Reply.of(Problem.of(415, "The body must be an object of JSON, and its Content-Type application/json."));
        }
        Arguments.Read read = Arguments.read(route, path, query.get(), body.get());
        return read instanceof Arguments.Read.Bad bad ? Reply.of(Problem.of(400, bad.sentence()))
                : recorded(route, new Call(request, identity, ((Arguments.Read.Values) read).values()));
    }

    private Optional<Map<String, Object>> body(HttpServletRequest request) throws IOException {
        byte[] octets = request.getInputStream().readAllBytes();
        String type = request.getContentType();
        if (octets.length == 0) {
            return Optional.of(Map.of());
        }
        // No page of a stranger can send this type without being asked about first (Fetch, CORS-preflight).
        return type == null || !type.split(";")[0].trim().equalsIgnoreCase("application/json") ? Optional.empty() : json.object(octets);
    }

    private Reply recorded(Route route, Call call) throws IOException {
        Reply reply = handled(route, call);
        if (route.changes()) {
            events.report(HttpEvent.CHANGE_ASKED, call.user(), call.request().getRemoteAddr(), route.method() + " " + route.path().text(),
                    shown(route, call), reply.status());
        }
        return reply;
    }

    /** A fault in one handler is answered and reported with its cause. */
    private Reply handled(Route route, Call call) throws IOException {
        try {
            return call.identity().isEmpty() ? route.handler().handle(call)
                    : new UserPrincipal(call.user()).act(() -> route.handler().handle(call));
        } catch (RuntimeException e) {
            events.report(HttpEvent.HANDLER_FAILED, route.method(), route.path().text(), e);
            return Reply.of(Problem.of(500, "The server failed at this; the event log tells more."));
        }
    }

    private static Map<String, Object> shown(Route route, Call call) {
        Map<String, Object> shown = new HashMap<>(call.values());
        route.parameters().stream().filter(Parameter::secret).forEach(parameter -> shown.remove(parameter.name()));
        return shown;
    }
}
