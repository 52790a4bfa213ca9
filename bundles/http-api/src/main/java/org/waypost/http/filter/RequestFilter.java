package org.waypost.http.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.waypost.event.EventLog;
import org.waypost.http.HttpEvent;

/** Refuses what no servlet should have to look at, and puts the headers of security on every answer. Any thread. */
public class RequestFilter implements Filter {
    private final EventLog events;
    private final OncePerMinute reports;
    private volatile RequestLimits limits;

    public RequestFilter(RequestLimits limits, EventLog events, InstantSource clock) {
        this.limits = Objects.requireNonNull(limits);
        this.events = Objects.requireNonNull(events);
        this.reports = new OncePerMinute(clock);
    }

    public void limits(RequestLimits newLimits) {
        limits = Objects.requireNonNull(newLimits);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        RequestLimits now = limits;
        SecurityHeaders.set(request.getRequestURI(), response);
        Optional<Refusal> refusal = Refusal.of(request, now);
        if (refusal.isPresent()) {
            refuse(request, response, refusal.get());
            return;
        }
        try {
            chain.doFilter(new LimitedBody(request, now.body(request.getRequestURI())), response);
        } catch (LimitedBody.TooLong e) {
            refuse(request, response, new Refusal(413, e.getMessage()));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (reports.admits(request.getRemoteAddr())) {
            events.report(HttpEvent.REQUEST_REFUSED, request.getRemoteAddr(), refusal.status(), refusal.reason());
        }
        if (response.isCommitted()) {
            throw new IOException(refusal.reason());
        }
        response.reset();
        SecurityHeaders.set(request.getRequestURI(), response);
        response.setStatus(refusal.status());
        if (refusal.status() == 405) {
            response.setHeader("Allow", String.join(", ", new TreeSet<>(limits.methods())));
        }
        // What is left of the body must not be taken for the next request.
        response.setHeader("Connection", "close");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(("{\"title\":\"Request refused\",\"status\":" + refusal.status()
                + ",\"detail\":\"The request was refused: " + refusal.reason() + ".\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void init(FilterConfig config) {
        // Nothing to be read from there.
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }
}
