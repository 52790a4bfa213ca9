package org.waypost.metric;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code /metrics}, as text or, if asked for, as OpenMetrics. */
public final class MetricsServlet extends GuardedServlet {
    private static final long serialVersionUID = 1L;

    private final transient Metrics metrics;

    public MetricsServlet(Metrics metrics, Visitors visitors) {
        super(visitors);
        this.metrics = metrics;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExpositionFormatWriter format = Metrics.format(request.getHeader("Accept"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        metrics.write(format, body);
        send(response, 200, format.getContentType(), body.toByteArray());
    }
}
