package org.waypost.http.filter;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Why a request goes no further. @param reason part of a sentence, without anything that the request brought */
record Refusal(int status, String reason) {
    /** Looks at all but the body. Empty if the request may pass. */
    static Optional<Refusal> of(HttpServletRequest request, RequestLimits limits) {
        if (!limits.methods().contains(request.getMethod())) {
            return refused(405, "the method is not allowed");
        }
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (path.length() + (query == null ? 0 : query.length() + 1) > limits.uri()) {
            return refused(414, "the URI has more than " + limits.uri() + " characters");
        }
        return headers(request, limits)
                .or(() -> PathRule.fault(path).or(() -> PathRule.queryFault(query)).map(reason -> new Refusal(400, reason)))
                .or(() -> request.getContentLengthLong() > limits.body(path) ? refused(413, tooLong(limits.body(path))) : Optional.empty());
    }

    static String tooLong(long limit) {
        return "the body has more than " + limit + " octets";
    }

    private static Optional<Refusal> headers(HttpServletRequest request, RequestLimits limits) {
        int count = 0;
        int size = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            List<String> values = Collections.list(request.getHeaders(name));
            count += values.size();
            size += values.stream().mapToInt(value -> name.length() + value.length()).sum();
        }
        if (count > limits.headers()) {
            return refused(400, "there are more than " + limits.headers() + " header fields");
        }
        return size > limits.headerSize() ? refused(400, "the header has more than " + limits.headerSize() + " characters")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(int status, String reason) {
        return Optional.of(new Refusal(status, reason));
    }
}
