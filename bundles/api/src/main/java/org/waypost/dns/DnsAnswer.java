package org.waypost.dns;

import java.time.Duration;
import java.util.List;

/** What a lookup found. */
public sealed interface DnsAnswer<T> {
    /** At least one record; {@code ttl} is the shortest. */
    record Found<T>(List<T> records, Duration ttl) implements DnsAnswer<T> {
        public Found {
            records = List.copyOf(records);
        }
    }

    /** The name exists, without a record of this type. */
    record NoData<T>() implements DnsAnswer<T> {}

    /** The name does not exist. */
    record NoSuchName<T>() implements DnsAnswer<T> {}

    /** No server answered properly: try again. The reason names servers and causes. */
    record Failed<T>(String reason) implements DnsAnswer<T> {}
}
