package org.waypost.http.route;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.http.account.Role;

/**
 * One thing that can be asked: dispatched by and described from.
 *
 * @param method in upper case
 * @param role that is needed; empty if anybody may ask
 * @param summary one sentence
 */
public record Route(String method, PathTemplate path, Optional<Role> role, String summary, List<Parameter> parameters, Handler handler) {
    public static final String BASE = "/api/v1";

    public Route {
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(role);
        Objects.requireNonNull(summary);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(handler);
    }

    /** Answers a request whose parameters are right. */
    @FunctionalInterface
    public interface Handler {
        /** @throws IOException if the body cannot be read */
        Reply handle(Call call) throws IOException;
    }

    /** @param path from {@link #BASE} on */
    public static Route get(String path, String summary, Handler handler, Parameter... parameters) {
        return new Route("GET", new PathTemplate(BASE + path), Optional.of(Role.READ), summary, List.of(parameters), handler);
    }

    public static Route post(Role role, String path, String summary, Handler handler, Parameter... parameters) {
        return new Route("POST", new PathTemplate(BASE + path), Optional.of(role), summary, List.of(parameters), handler);
    }

    public static Route put(Role role, String path, String summary, Handler handler, Parameter... parameters) {
        return new Route("PUT", new PathTemplate(BASE + path), Optional.of(role), summary, List.of(parameters), handler);
    }

    public static Route delete(Role role, String path, String summary, Handler handler, Parameter... parameters) {
        return new Route("DELETE", new PathTemplate(BASE + path), Optional.of(role), summary, List.of(parameters), handler);
    }

    public Route forAnybody() {
        return new Route(method, path, Optional.empty(), summary, parameters, handler);
    }

    public Route forRole(Role other) {
        return new Route(method, path, Optional.of(other), summary, parameters, handler);
    }

    boolean isSafe() {
        return method.equals("GET");
    }

    /** Whether it changes more than a session. */
    boolean changes() {
        return !isSafe() && role.filter(needed -> needed != Role.READ).isPresent();
    }

    boolean hasBody() {
        return parameters.stream().anyMatch(parameter -> parameter.in() == Parameter.In.BODY);
    }
}
