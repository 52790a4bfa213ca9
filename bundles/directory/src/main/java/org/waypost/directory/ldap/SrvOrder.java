package org.waypost.directory.ldap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.waypost.dns.Dns.SrvRecord;

/** The order in which the servers of SRV records are tried (RFC 2782, "Weight"). */
final class SrvOrder {
    private final RandomGenerator random;

    SrvOrder(RandomGenerator random) {
        this.random = random;
    }

    /** Without those that say that the service is not to be had. */
    List<SrvRecord> of(List<SrvRecord> records) {
        List<SrvRecord> left = new ArrayList<>(records.stream().filter(record -> !record.target().equals("."))
                .sorted(Comparator.comparingInt(SrvRecord::priority).thenComparingInt(SrvRecord::weight)).toList());
        List<SrvRecord> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            int priority = left.get(0).priority();
            SrvRecord next = drawn(left.stream().filter(record -> record.priority() == priority).toList());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** @param records of one priority, those of weight 0 first so that they have a small chance */
    private SrvRecord drawn(List<SrvRecord> records) {
        int sum = records.stream().mapToInt(SrvRecord::weight).sum();
        int drawn = random.nextInt(sum + 1);
        for (SrvRecord record : records) {
            drawn -= record.weight();
            if (drawn <= 0) {
                return record;
            }
        }
        return records.get(records.size() - 1);
    }
}
