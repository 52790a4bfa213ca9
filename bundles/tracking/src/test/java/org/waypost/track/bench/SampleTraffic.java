package org.waypost.track.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingEventBuilder;
import org.waypost.tracking.TrackingKind;

/**
 * Relayed messages, four events each, to one recipient each: from a thousand senders, half of them to one host, the others
 * to five thousand; one in 12,500 fails.
 */
final class SampleTraffic {
    static final int EVENTS = 4;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int SENDERS = 1_000;
    private static final int FAILURES = 12_500;
    private static final long MILLIS = 25;

    private final int messages;

    SampleTraffic(int messages) {
        this.messages = messages;
    }

    int messages() {
        return messages;
    }

    /** The events of some messages as they happen: one kind after the other. */
    List<TrackingEvent> events(int from, int to) {
        List<TrackingEvent> events = new ArrayList<>();
        for (int step = 0; step < EVENTS; step++) {
            for (int message = from; message < to; message++) {
                events.add(event(message, step));
            }
        }
        return events;
    }

    private static TrackingEvent event(int message, int step) {
        TrackingKind kind = switch (step) {
            case 0 -> TrackingKind.RECEIVED;
            case 1 -> TrackingKind.CATEGORIZED;
            case 2 -> TrackingKind.QUEUED_REMOTE;
            default -> message % FAILURES == 1 ? TrackingKind.FAILED : TrackingKind.TRANSFERRED;
        };
        Instant time = START.plusMillis(message * MILLIS + step);
        Random random = new Random(message);
        TrackingEventBuilder event = TrackingEvent.of(time, kind, new MessageId(START.toEpochMilli() + message * MILLIS << 21 | message & 0x3FF))
                .sender(Optional.of(new Address("s" + message % SENDERS, "a.example"))).size(2_000 + message % 50_000).virtualServer("default")
                .recipients(List.of(new Address("r" + Integer.toHexString(message), "d" + random.nextInt(5_000) + ".example")));
        return switch (step) {
            case 0 -> event.header("<" + Long.toHexString(random.nextLong()) + "." + message + "@client.a.example>")
                    .remote("client" + message % 100 + ".a.example", "192.0.2." + message % 100).tls("TLSv1.3 TLS_AES_256_GCM_SHA384").build();
            case 1 -> event.build();
            case 2 -> event.queue("large.example").connector("Internet").build();
            default -> event.queue("large.example").connector("Internet").tls("TLSv1.3 TLS_AES_128_GCM_SHA256")
                    .remote(message % 2 == 0 ? "mx.large.example" : "mx.d" + random.nextInt(5_000) + ".example", "198.51.100." + message % 250)
                    .text("250 2.0.0 Ok: queued as " + Integer.toHexString(message)).build();
        };
    }
}
