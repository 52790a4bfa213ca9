package org.waypost.metric;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.metric.source.DirectorySource;
import org.waypost.metric.source.Disk;
import org.waypost.metric.source.Gauges;
import org.waypost.metric.source.JvmSource;
import org.waypost.metric.source.LinkSource;
import org.waypost.metric.source.ModuleSource;
import org.waypost.metric.source.QueueSource;
import org.waypost.metric.source.ServerSource;
import org.waypost.metric.source.Services;
import org.waypost.metric.source.Source;
import org.waypost.metric.source.SpoolSource;

/** All metrics at a moment. Any thread that may wait for the queue. */
public final class Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final ExpositionFormatWriter TEXT = new PrometheusTextFormatWriter(false);
    private static final ExpositionFormatWriter OPEN = new OpenMetricsTextFormatWriter(false, false);

    private final Map<String, Source> sources;
    private final Counted counted;

    /** @param sources by the name that tells of them when they fail */
    Metrics(Map<String, Source> sources, Counted counted) {
        this.sources = Map.copyOf(sources);
        this.counted = counted;
    }

    /** @param disk of the spool */
    public static Metrics of(Services services, Supplier<Disk> disk, Counted counted, InstantSource clock) {
        return new Metrics(Map.of("queue", new QueueSource(services, clock), "spool", new SpoolSource(services, disk),
                "servers", new ServerSource(services), "directory", new DirectorySource(services), "links", new LinkSource(services),
                "modules", new ModuleSource(services), "jvm", new JvmSource()), counted);
    }

    /** @param accept the header of the request, or null */
    static ExpositionFormatWriter format(String accept) {
        return OPEN.accepts(accept) ? OPEN : TEXT;
    }

    void write(ExpositionFormatWriter format, OutputStream out) throws IOException {
        format.write(out, snapshots());
    }

    private MetricSnapshots snapshots() {
        Gauges gauges = new Gauges();
        sources.forEach((name, source) -> gauges.set("waypost_scrape_source_up", "Whether that part of the server told its metrics at this scrape.",
                tell(name, source, gauges), "source", name));
        return new MetricSnapshots(Stream.concat(gauges.snapshots(), counted.snapshots()).toArray(MetricSnapshot[]::new));
    }

    /** One part that is away or broken leaves the others' metrics there. */
    private static boolean tell(String name, Source source, Gauges gauges) {
        try {
            source.tell(gauges);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            LOG.debug("The metrics of {} cannot be told now", name, e);
            return false;
        }
    }
}
