package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.connection.TlsInfo;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.testkit.connection.MemoryConnection;
import org.waypost.tracking.Tracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

/** What message tracking is told of messages that come in. */
class ArrivalsTest {
    private static final String TWO = "MAIL FROM:<s@remote.example>\r\nRCPT TO:<alice@example.com>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\n";
    private static final String CONTENT = "Subject: x\r\nMessage-Id:\r\n <1@remote.example>\r\n\r\nMessage-ID: <no@body>\r\n.\r\n";

    private final TestServer server = new TestServer(TestSettings.tls(false));
    private final List<TrackingEvent> events = new ArrayList<>();

    @Test
    void whatWasStoredSaysFromWhomForWhomAndHow() {
        server.tracking.bind(events::add);
        MemoryConnection client = server.secured();
        client.feed(TWO + CONTENT);

        Message message = server.messages().get(0).message();
        TlsInfo tls = client.tls().orElseThrow();
        assertEquals(List.of(TrackingEvent.of(server.clock.instant(), TrackingKind.RECEIVED, message.id())
                .header("<1@remote.example>").sender(Optional.of(Address.of("s@remote.example"))).size(message.size())
                .recipients(List.of(Address.of("alice@example.com"), Address.of("bob@example.com"))).virtualServer("default")
                .remote("client.example", "192.0.2.7:40000").tls(tls.protocol() + " " + tls.cipherSuite()).build()), events);
    }

    @Test
    void aStreamedMessageHasItsMessageIdToo() {
        server.tracking.bind(events::add);
        MemoryConnection client = server.greeted();
        client.feed(TWO + "Message-ID: <2@remote.example>\r\n\r\n" + ("x".repeat(70) + "\r\n").repeat(20_000) + ".\r\n");

        assertEquals("<2@remote.example>", events.get(0).header());
        assertEquals(server.messages().get(0).message().size(), events.get(0).size());
        assertEquals("", events.get(0).tls());
    }

    @Test
    void whatWasNotStoredDidNotArrive() {
        server.tracking.bind(events::add);
        server.stored.full(true);
        server.greeted().feed(TWO + CONTENT);

        assertEquals(0, server.messages().size());
        assertEquals(List.of(), events);
    }

    @Test
    void nothingIsToldWhileTrackingIsOff() {
        server.tracking.bind(new Tracking() {
            @Override
            public void record(TrackingEvent event) {
                events.add(event);
            }

            @Override
            public boolean isOn() {
                return false;
            }
        });
        server.greeted().feed(TWO + CONTENT);

        assertEquals(1, server.messages().size());
        assertEquals(List.of(), events);
    }
}
