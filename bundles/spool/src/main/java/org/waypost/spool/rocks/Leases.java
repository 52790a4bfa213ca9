package org.waypost.spool.rocks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waypost.spool.Spool;

/** Rights to do something alone, until they are given back or the spool closes. Any thread. */
final class Leases {
    private final Map<String, Held> holders = new HashMap<>();
    private boolean closed;

    synchronized Optional<Spool.Lease> lease(String name, String holder) {
        if (closed || holders.containsKey(name)) {
            return Optional.empty();
        }
        Held lease = new Held(name, holder);
        holders.put(name, lease);
        return Optional.of(lease);
    }

    synchronized void close() {
        closed = true;
        holders.clear();
    }

    private synchronized boolean isValid(Held lease) {
        return holders.get(lease.name) == lease;
    }

    private synchronized void end(Held lease) {
        holders.remove(lease.name, lease);
    }

    private final class Held implements Spool.Lease {
        private final String name;
        private final String holder;

        private Held(String name, String holder) {
            this.name = name;
            this.holder = holder;
        }

        @Override
        public boolean isValid() {
            return Leases.this.isValid(this);
        }

        @Override
        public void close() {
            end(this);
        }

        @Override
        public String toString() {
            return name + " held by " + holder;
        }
    }
}
