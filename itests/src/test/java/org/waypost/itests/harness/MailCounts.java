package org.waypost.itests.harness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each numbered message arrived, wherever it did. Any thread. */
public final class MailCounts {
    /** The header field that numbers a message of the load clients. */
    public static final String HEADER = "X-Load-Id:";

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    public void arrived(String id) {
        counts.merge(id, 1, Integer::sum);
    }

    /** Those of the ids that did not arrive. */
    public List<String> missing(Collection<String> ids) {
        return ids.stream().filter(id -> !counts.containsKey(id)).toList();
    }

    /** Every id that arrived more than once. */
    public List<String> doubled() {
        return counts.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
    }

    /** How many different messages arrived. */
    public int size() {
        return counts.size();
    }
}
