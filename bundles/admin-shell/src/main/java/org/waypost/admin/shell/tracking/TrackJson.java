package org.waypost.admin.shell.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.tracking.TrackingEvent;

/**
 * A tracking event for {@code --json}.
 *
 * @param number Exchange's of the event; 0 where it has none
 * @param sender empty for the null reverse-path
 */
public record TrackJson(Instant time, String event, int number, String id, String messageId, String sender, List<String> recipients,
        long size, String virtualServer, String queue, String connector, String remoteHost, String remoteAddress, String tls,
        String text, Optional<String> related) {
    static TrackJson of(TrackingEvent e) {
        return new TrackJson(e.time(), e.kind().name(), e.kind().number(), e.message().toString(), e.header(),
                e.sender().map(Object::toString).orElse(""), e.recipients().stream().map(Object::toString).toList(), e.size(),
                e.virtualServer(), e.queue(), e.connector(), e.remoteHost(), e.remoteAddress(), e.tls(), e.text(),
                e.related().map(Object::toString));
    }
}
