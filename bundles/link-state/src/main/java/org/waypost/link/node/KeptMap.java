package org.waypost.link.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Decoded;
import org.waypost.link.codec.MapCodec;
import org.waypost.linkstate.OrganizationMap;

/** The map on disk. Of maps that come faster than they are written only the last one is. */
final class KeptMap {
    private static final Logger LOG = LoggerFactory.getLogger(KeptMap.class);

    private final KeptFile file;
    private final Executor worker;
    private final AtomicReference<OrganizationMap> latest = new AtomicReference<>();

    /** @param worker one thread, which may wait */
    KeptMap(Path folder, Executor worker) {
        file = new KeptFile(folder.resolve("map"), MapCodec.MAX_TEXT);
        this.worker = worker;
    }

    /** Empty if none is kept, or none that can be used, of which an event tells. */
    Optional<OrganizationMap> read(EventLog events) {
        try {
            Optional<Decoded<OrganizationMap>> read = file.read().map(MapCodec::read);
            if (read.isPresent() && read.get() instanceof Decoded.Bad<OrganizationMap> bad) {
                events.report(LinkStateEvent.KEPT_MAP, file.path(), bad.reason());
            }
            return read.filter(Decoded.Ok.class::isInstance).map(ok -> ((Decoded.Ok<OrganizationMap>) ok).value());
        } catch (IOException e) {
            events.report(LinkStateEvent.KEPT_MAP, file.path(), e);
            return Optional.empty();
        }
    }

    /** Returns at once. Any thread. */
    void keep(OrganizationMap map) {
        if (latest.getAndSet(map) == null) {
            worker.execute(this::write);
        }
    }

    /** What is not written yet, in the calling thread. */
    void write() {
        OrganizationMap map = latest.getAndSet(null);
        if (map == null) {
            return;
        }
        try {
            file.write(MapCodec.write(map));
        } catch (IOException e) {
            LOG.error("{} cannot be written: after a restart without the directory this server routes by what it holds now", file.path(), e);
        }
    }
}
