/**
 * Metrics for Prometheus at {@code /metrics} and the state of the server at {@code /health}. What services tell anyway is asked
 * for at each scrape ({@code source}); what must be counted where it happens comes through {@link org.waypost.metrics.Meter}.
 */
package org.waypost.metric;
