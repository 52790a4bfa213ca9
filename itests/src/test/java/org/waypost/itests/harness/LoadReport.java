package org.waypost.itests.harness;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What load clients saw.
 *
 * @param accepted ids of the messages that got their 250
 * @param inDoubt ids whose final dot was sent, and the connection broke before the reply
 * @param failures unexpected replies and lost connections, in words
 * @param longestPause the longest wait for any reply
 */
public record LoadReport(Set<String> accepted, Set<String> inDoubt, List<String> failures, Duration longestPause) {
    /** The reports of several clients as one. */
    static LoadReport of(Collection<LoadReport> reports) {
        Set<String> accepted = new TreeSet<>();
        Set<String> inDoubt = new TreeSet<>();
        reports.forEach(report -> accepted.addAll(report.accepted));
        reports.forEach(report -> inDoubt.addAll(report.inDoubt));
        List<String> failures = reports.stream().flatMap(report -> report.failures.stream()).toList();
        Duration longest = reports.stream().map(LoadReport::longestPause).max(Duration::compareTo).orElse(Duration.ZERO);
        return new LoadReport(accepted, inDoubt, failures, longest);
    }
}
