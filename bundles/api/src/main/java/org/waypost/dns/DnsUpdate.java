package org.waypost.dns;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Puts records into zones by dynamic updates (RFC 2136). Any thread; stages never fail exceptionally. */
@ProviderType
public interface DnsUpdate {
    /**
     * Compares records with what the servers of their zones have now.
     *
     * @param apply whether the servers are then asked to change what differs; false only looks
     */
    CompletionStage<List<ZoneUpdate>> update(List<Wanted> wanted, boolean apply);

    /**
     * The records of one name and type that are to be.
     *
     * @param name in lower case, IDN as A-label, without trailing dot
     * @param type such as {@code MX}
     * @param values as in a zone file, names with a trailing dot
     */
    record Wanted(String name, String type, List<String> values, Others others) {
        public Wanted {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            values = List.copyOf(values);
            Objects.requireNonNull(others);
        }
    }

    /** What becomes of other records of the same name and type. */
    enum Others {
        REMOVED,
        KEPT,
        /** They are kept, and nothing is added beside them. */
        PREFERRED
    }

    /**
     * What differs in one zone.
     *
     * @param zone without trailing dot; a name instead if its zone was not found
     * @param server that was asked, such as {@code 192.0.2.1 port 53}; empty if none
     * @param added records that are missing, as in a zone file
     * @param removed records that are to go
     * @param text what came of it, as sentences
     */
    record ZoneUpdate(String zone, String server, List<String> added, List<String> removed, Result result, String text) {
        public ZoneUpdate {
            Objects.requireNonNull(zone);
            Objects.requireNonNull(server);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            Objects.requireNonNull(result);
            Objects.requireNonNull(text);
        }
    }

    /** What came of an update. */
    enum Result {
        /** There is nothing to change. */
        SAME,
        /** It would be changed. */
        PLANNED,
        CHANGED,
        /** Nothing was changed, or nobody knows. */
        FAILED
    }
}
