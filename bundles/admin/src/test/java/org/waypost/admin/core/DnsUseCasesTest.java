package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.dns.DnsTrace;
import org.waypost.service.Gate;

class DnsUseCasesTest {
    private final List<String> asked = new ArrayList<>();
    private final Gate<DnsTrace> gate = new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run);
    private final DnsUseCases admin = new DnsUseCases(gate,
            () -> Map.of("out", List.of("192.0.2.53", "[::1]:5353")), new RecordedEvents(), Duration.ofSeconds(2));

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
        DnsUseCases alone = new DnsUseCases(new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run), Map::of,
                new RecordedEvents(), Duration.ofSeconds(2));
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, alone.trace("a.example", Optional.empty()));
        assertTrue(refused.reason().startsWith("The DNS service is stopped or being replaced"), refused.reason());
    }
}
