package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.DnsAdmin.Registration;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.DnsUpdate;
import org.waypost.dns.DnsUpdate.Others;
import org.waypost.dns.DnsUpdate.Result;
import org.waypost.dns.DnsUpdate.Wanted;
import org.waypost.dns.DnsUpdate.ZoneUpdate;
import org.waypost.dns.ServerAddress;
import org.waypost.service.Gate;

class DnsUseCasesTest {
    private final List<String> asked = new ArrayList<>();
    private final Gate<DnsTrace> gate = new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run);
    private final Gate<DnsUpdate> updates = new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run);
    private final RecordedEvents events = new RecordedEvents();
    private final DnsUseCases admin = new DnsUseCases(gate, updates, () -> Map.of("out", List.of("192.0.2.53", "[::1]:5353")),
            () -> new OwnHost(List.of("mail.example.com"), List.of(address("127.0.0.1"), address("192.0.2.1"), address("2001:db8::1")),
                    List.of("example.com")), events, Duration.ofSeconds(2));

    @BeforeEach
    void bind() {
        gate.bind((domain, servers) -> {
            asked.add(domain + " " + servers);
            return CompletableFuture.completedStage(new DnsTrace.Trace(List.of(), List.of(), Optional.empty(), "It waits."));
        });
    }

    @Test
    void theServersOfAVirtualServerOrOneByItsAddressAreAsked() {
        assertInstanceOf(Answer.Ok.class, admin.trace("B\u00fccher.example", Optional.empty()));
        assertInstanceOf(Answer.Ok.class, admin.trace("a.example", Optional.of("out")));
        assertInstanceOf(Answer.Ok.class, admin.trace("a.example", Optional.of("127.0.0.1:5353")));
        assertInstanceOf(Answer.Ok.class, admin.trace("a.example", Optional.of("[::1]:5353")));
        assertInstanceOf(Answer.Ok.class, admin.trace("a.example", Optional.of("fe80::1")));
        assertEquals(List.of("xn--bcher-kva.example []", "a.example [192.0.2.53, [::1]:5353]", "a.example [127.0.0.1:5353]",
                "a.example [[::1]:5353]", "a.example [fe80::1]"), asked);
    }

    @Test
    void whatIsNeitherAnAddressNorAVirtualServerIsNamed() {
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, admin.trace("a.example", Optional.of("nonsense")));
        assertEquals(Answer.Cause.UNKNOWN, refused.cause());
        assertTrue(refused.reason().startsWith("\"nonsense\" is neither"), refused.reason());
    }

    @Test
    void whatIsNoDomainIsNotAskedFor() {
        for (String wrong : List.of("", "a b", "alice@example.com", "-", "a..b ")) {
            assertInstanceOf(Answer.Refused.class, admin.trace(wrong, Optional.empty()), wrong);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void aMissingServiceIsSaidInASentence() {
        DnsUseCases alone = new DnsUseCases(new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run), updates, Map::of,
                () -> new OwnHost(List.of(), List.of(), List.of()), new RecordedEvents(), Duration.ofSeconds(2));
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, alone.trace("a.example", Optional.empty()));
        assertTrue(refused.reason().startsWith("The DNS service is stopped or being replaced"), refused.reason());
    }

    @Test
    void whatTheServerIsAndWhatIsNamedInsteadIsRegistered() {
        List<List<Wanted>> wanted = new ArrayList<>();
        updates.bind((records, apply) -> {
            wanted.add(records);
            return CompletableFuture.completedStage(List.of());
        });
        assertInstanceOf(Answer.Ok.class, admin.register(new Registration(List.of(), List.of(), List.of()), false));
        assertEquals(List.of(new Wanted("mail.example.com", "A", List.of("192.0.2.1"), Others.REMOVED),
                new Wanted("mail.example.com", "AAAA", List.of("2001:db8:0:0:0:0:0:1"), Others.REMOVED),
                new Wanted("example.com", "MX", List.of("10 mail.example.com."), Others.PREFERRED)), wanted.get(0));
        assertInstanceOf(Answer.Ok.class, admin.register(new Registration(List.of("mx.example.net"), List.of("192.0.2.7"), List.of("example.net")), false));
        assertEquals(List.of(new Wanted("mx.example.net", "A", List.of("192.0.2.7"), Others.REMOVED),
                new Wanted("example.net", "MX", List.of("10 mx.example.net."), Others.KEPT)), wanted.get(1));
    }

    @Test
    void whatCannotBeRegisteredIsRefusedBeforeAnythingIsAsked() {
        for (Registration wrong : List.of(new Registration(List.of("a b"), List.of(), List.of()), new Registration(List.of(), List.of("host"), List.of()),
                new Registration(List.of(), List.of(), List.of("-")))) {
            assertInstanceOf(Answer.Refused.class, admin.register(wrong, true), wrong.toString());
        }
        DnsUseCases nameless = new DnsUseCases(gate, updates, Map::of, () -> new OwnHost(List.of(), List.of(address("127.0.0.1")), List.of()),
                events, Duration.ofSeconds(2));
        assertTrue(((Answer.Refused<?>) nameless.register(new Registration(List.of("a.example"), List.of(), List.of()), true)).reason().contains("others can reach"));
        assertTrue(((Answer.Refused<?>) nameless.register(new Registration(List.of(), List.of("::1"), List.of()), true)).reason().contains("hostName"));
    }

    @Test
    void whatWasChangedIsRecordedAndWhatWasNotIsNot() {
        updates.bind((records, apply) -> CompletableFuture.completedStage(List.of(
                new ZoneUpdate("example.com", "192.0.2.53 port 53", List.of("new"), List.of("old"), Result.CHANGED, ""),
                new ZoneUpdate("example.net", "192.0.2.53 port 53", List.of("new"), List.of("old"), Result.FAILED, "It was refused."))));
        assertInstanceOf(Answer.Ok.class, admin.register(new Registration(List.of(), List.of(), List.of()), true));
        assertEquals(List.of(AdminEvent.DNS_CHANGED), events.types());
        List<Object> told = events.all().get(0).parameters();
        assertEquals(List.of("example.com", "192.0.2.53 port 53"), told.subList(0, 2));
        assertEquals(List.of("old", "new"), told.subList(3, 5));
    }

    private static InetAddress address(String literal) {
        return ServerAddress.parse(literal).getAddress();
    }
}
