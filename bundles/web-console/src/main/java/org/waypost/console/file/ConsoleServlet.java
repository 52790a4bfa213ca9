package org.waypost.console.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Hands out the console's files. Browsers ask each time whether a file is still the same, so that a replaced console is
 * there at once. Security headers are the business of the filter in front. Any thread.
 */
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient StaticFiles files;

    public ConsoleServlet(StaticFiles files) {
        this.files = Objects.requireNonNull(files);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StaticFile> file = files.at(request.getRequestURI().substring(request.getContextPath().length()));
        if (file.isPresent()) {
            send(file.get(), request, response);
        } else {
            refuse(response);
        }
    }

    private static void send(StaticFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean zip = has(request.getHeader("Accept-Encoding"), "gzip");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", file.tag(zip));
        response.setHeader("Vary", "Accept-Encoding");
        if (has(request.getHeader("If-None-Match"), file.tag(zip))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        if (zip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(file.octets(zip).length);
        response.getOutputStream().write(file.octets(zip));
    }

    /** Says nothing of the path: it may be hostile. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write("There is no such page. The console begins at /.\n");
    }

    /** Whether a header's list has an element; one that is refused by a weight of its own ({@code gzip;q=0}) does not count. */
    private static boolean has(String list, String wanted) {
        return list != null && Arrays.stream(list.split(",")).map(String::trim).anyMatch(wanted::equals);
    }
}
