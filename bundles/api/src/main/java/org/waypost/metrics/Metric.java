package org.waypost.metrics;

import java.util.List;

/** What is counted or timed where it happens. Names follow Prometheus: base units, and {@code _total} is added to counters. */
public enum Metric {
    SMTP_SESSIONS(Kind.COUNTER, "waypost_smtp_sessions", "SMTP sessions that ended.", "server"),
    /** Class is {@code 2xx}, {@code 3xx}, {@code 4xx} or {@code 5xx}. */
    SMTP_REPLIES(Kind.COUNTER, "waypost_smtp_replies", "Replies that the SMTP service gave.", "server", "class"),
    SMTP_MESSAGES(Kind.COUNTER, "waypost_smtp_messages", "Messages that the SMTP service took.", "server"),
    /** Result is {@code opened}, {@code reused} or {@code failed}. */
    SMTP_CLIENT_CONNECTIONS(Kind.COUNTER, "waypost_smtp_client_connections", "Connections to next hops that deliveries opened, reused or"
            + " tried in vain.", "result"),
    /** As {@link #SMTP_REPLIES}. */
    SMTP_CLIENT_REPLIES(Kind.COUNTER, "waypost_smtp_client_replies", "Replies that next hops gave.", "class"),
    /** Protocol is such as {@code TLSv1.3}, or {@code none}. */
    SMTP_CLIENT_GREETED_CONNECTIONS(Kind.COUNTER, "waypost_smtp_client_greeted_connections", "Opened connections that were ready for mail, by their"
            + " protocol of TLS.", "protocol"),
    SMTP_CLIENT_DELIVERY_TIME(Kind.HISTOGRAM, "waypost_smtp_client_delivery_seconds", "Time that deliveries took which a next hop"
            + " answered, from the search for it on."),
    /** Outcome is a kind of {@link org.waypost.delivery.Outcome} in small letters. */
    DELIVERIES(Kind.COUNTER, "waypost_deliveries", "Recipients of which a delivery attempt ended, by its outcome.", "outcome"),
    DELIVERY_LATENCY(Kind.HISTOGRAM, "waypost_delivery_latency_seconds", "Time from the acceptance of a message to its delivery,"
            + " by recipient."),
    /** Result is {@code found}, {@code no_data}, {@code no_such_name} or {@code failed}. */
    DNS_LOOKUPS(Kind.COUNTER, "waypost_dns_lookups", "DNS lookups, answered by the cache or by a server.", "type", "result"),
    DNS_LOOKUP_TIME(Kind.HISTOGRAM, "waypost_dns_lookup_seconds", "Time that DNS lookups took, those from the cache too.", "type"),
    /** Result is {@code answered}, {@code failed} or {@code away}. */
    DIRECTORY_REQUESTS(Kind.COUNTER, "waypost_directory_requests", "Requests to the directory.", "kind", "result"),
    DIRECTORY_REQUEST_TIME(Kind.HISTOGRAM, "waypost_directory_request_seconds", "Time that requests to the directory took.", "kind");

    private final Kind kind;
    private final String text;
    private final String help;
    private final List<String> labels;

    Metric(Kind kind, String text, String help, String... labels) {
        this.kind = kind;
        this.text = text;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** What is done with it. */
    public enum Kind { COUNTER, HISTOGRAM }

    public Kind kind() {
        return kind;
    }

    /** The name without a suffix such as {@code _total}. */
    public String text() {
        return text;
    }

    /** A sentence. */
    public String help() {
        return help;
    }

    /** Names of the labels, in the order in which their values are given. */
    public List<String> labels() {
        return labels;
    }
}
