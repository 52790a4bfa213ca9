package org.waypost.metric.source;

import java.io.IOException;
import java.util.function.Supplier;

/** The spool and its disk. */
public record SpoolSource(Services services, Supplier<Disk> disk) implements Source {
    @Override
    public void tell(Gauges gauges) throws IOException {
        services.spool().get().ifPresent(spool -> gauges.set("waypost_spool_messages", "Messages in the spool.", spool.size()));
        Disk now = disk.get();
        if (now.exists()) {
            gauges.set("waypost_spool_database_bytes", "Octets of the spool's database, without large contents.", now.database());
            gauges.set("waypost_spool_disk_free_bytes", "Octets free on the spool's disk.", now.free());
            gauges.set("waypost_spool_disk_reserve_bytes", "Octets free below which no more mail is taken.", now.reserve());
        }
    }
}
