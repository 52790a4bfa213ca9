package org.waypost.metric.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of metrics and health. Changes take effect at once. */
@ObjectClassDefinition(name = "Waypost metrics", description = "/metrics for Prometheus and /health.")
public @interface MetricsConfig {
    @AttributeDefinition(name = "Open metrics", description = "Whether other machines see /metrics and /health without a token. Default false.")
    boolean openMetrics() default false;
}
