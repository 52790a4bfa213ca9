package org.waypost.metric.source;

import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryStatus;

/** Directory servers and the cache of recipients. */
public record DirectorySource(Services services) implements Source {
    @Override
    public void tell(Gauges gauges) {
        services.directory().get().map(Directory::status).ifPresent(status -> {
            status.servers().forEach(server -> tell(gauges, server));
            tell(gauges, status.cache());
        });
    }

    private static void tell(Gauges gauges, DirectoryStatus.Server server) {
        gauges.set("waypost_directory_server_up", "Whether the directory server answers.", server.state().equals("UP"), "url", server.url());
        gauges.set("waypost_directory_server_connections", "Connections to the directory server.", server.connections(), "url", server.url());
    }

    private static void tell(Gauges gauges, DirectoryStatus.Cache cache) {
        gauges.set("waypost_recipient_cache_entries", "Recipients in the cache.", cache.entries());
        gauges.total("waypost_recipient_cache_hits", "Recipients that the cache knew.", cache.hits());
        gauges.total("waypost_recipient_cache_misses", "Recipients that the directory had to be asked for.", cache.misses());
    }
}
