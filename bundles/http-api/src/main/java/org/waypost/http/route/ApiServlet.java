package org.waypost.http.route;

import java.io.IOException;
import java.util.Objects;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.waypost.http.json.Json;

/** The HTTP interface as a servlet at {@code /api/*}. */
public class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Dispatcher dispatcher;
    private final transient Json json;

    public ApiServlet(Dispatcher dispatcher, Json json) {
        this.dispatcher = Objects.requireNonNull(dispatcher);
        this.json = Objects.requireNonNull(json);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = dispatcher.reply(request);
        byte[] body = "".equals(reply.body()) ? new byte[0] : json.write(reply.body());
        reply.headers().forEach(response::setHeader);
        response.setStatus(reply.status());
        response.setContentType(reply.status() < 400 ? "application/json" : "application/problem+json");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
