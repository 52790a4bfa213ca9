package org.waypost.http.filter;

import java.util.Arrays;
import java.util.Optional;

/** Which paths are let through: those that mean one thing only, whoever reads them. */
final class PathRule {
    private PathRule() {
    }

    /**
     * @param path as it came, percent-encoded, without the query
     * @return what is wrong with it; empty if nothing
     */
    static Optional<String> fault(String path) {
        if (!path.startsWith("/")) {
            return Optional.of("the path does not begin with a slash");
        }
        if (path.indexOf(';') >= 0) {
            return Optional.of("the path has parameters");
        }
        return Percent.decode(path).map(PathRule::decodedFault)
                .orElseGet(() -> Optional.of("the path is not percent-encoded UTF-8"));
    }

    /** @param query as it came, or null for none */
    static Optional<String> queryFault(String query) {
        return query == null || Percent.decode(query).isPresent() ? Optional.empty()
                : Optional.of("the query is not percent-encoded UTF-8");
    }

    private static Optional<String> decodedFault(String path) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("the path has control characters");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("the path has a backslash");
        }
        if (Percent.isEncoded(path)) {
            return Optional.of("the path is encoded twice");
        }
        return isNormal(path) ? Optional.empty() : Optional.of("the path has empty, . or .. segments");
    }

    /** A slash at the end is fine. */
    private static boolean isNormal(String path) {
        return !path.contains("//") && Arrays.stream(path.split("/")).noneMatch(part -> part.equals(".") || part.equals(".."));
    }
}
