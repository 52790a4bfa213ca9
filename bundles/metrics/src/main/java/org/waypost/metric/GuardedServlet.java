package org.waypost.metric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers those who may ask, and refuses all others and all that is no GET or HEAD. */
abstract class GuardedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final byte[] REFUSAL = "From another machine this needs a token of the HTTP interface: \"Authorization: Bearer TOKEN\".\n"
            .getBytes(StandardCharsets.UTF_8);

    private final transient Visitors visitors;

    GuardedServlet(Visitors visitors) {
        this.visitors = visitors;
    }

    /** @throws IOException if the asking side goes */
    abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (visitors.admits(request)) {
            answer(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            send(response, 401, "text/plain; charset=utf-8", REFUSAL);
        }
    }

    static void send(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
