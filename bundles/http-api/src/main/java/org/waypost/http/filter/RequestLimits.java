package org.waypost.http.filter;

import java.util.Map;
import java.util.Set;

/**
 * What a request may be.
 *
 * @param methods in upper case
 * @param uri characters of path and query, 1 or more
 * @param headers how many, 1 or more
 * @param headerSize characters of all names and values, 1 or more
 * @param body octets, 0 or more
 * @param bodies other limits of bodies, in octets, by the beginning of the path
 */
public record RequestLimits(Set<String> methods, int uri, int headers, int headerSize, long body, Map<String, Long> bodies) {
    private static final long BUNDLE = 64L << 20;
    /** The console of Felix takes bundles, and so do we. */
    private static final Map<String, Long> LARGE = Map.of("/system/console/", BUNDLE, "/api/v1/modules/staged", BUNDLE);

    public static final RequestLimits DEFAULT = new RequestLimits(Set.of("GET", "HEAD", "POST", "PUT", "DELETE"), 4096, 64, 16 << 10,
            1L << 20, LARGE);

    public RequestLimits {
        methods = Set.copyOf(methods);
        bodies = Map.copyOf(bodies);
    }

    public RequestLimits withBody(long octets) {
        return new RequestLimits(methods, uri, headers, headerSize, octets, bodies);
    }

    long body(String path) {
        return bodies.entrySet().stream().filter(e -> path.startsWith(e.getKey())).mapToLong(Map.Entry::getValue).max().orElse(body);
    }
}
