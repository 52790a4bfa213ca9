package org.waypost.admin.shell.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;
import org.waypost.dns.DnsTrace.Exchanger;
import org.waypost.dns.DnsTrace.Origin;
import org.waypost.dns.DnsTrace.Query;
import org.waypost.dns.DnsTrace.Trace;
import org.waypost.dns.DnsUpdate.Result;
import org.waypost.dns.DnsUpdate.ZoneUpdate;

class DnsViewTest {
    private final Trace trace = new Trace(List.of(
            new Query("a.example", "MX", "192.0.2.53 port 53", Origin.AUTHORITATIVE, "NOERROR", Optional.of(Duration.ofSeconds(300)),
                    Duration.ofMillis(12), List.of("10 b.example.")),
            new Query("b.example", "A", "", Origin.CACHE, "NXDOMAIN\u001b", Optional.empty(), Duration.ZERO, List.of())),
            List.of(new Exchanger(10, "b.example", List.of(), "the host does not exist")), Optional.empty(), "It is not delivered.");

    @Test
    void queriesExchangersAndTheVerdictAreShown() throws Exception {
        List<String> lines = Printed.by(out -> DnsView.trace(trace, out)).lines().toList();
        String first = lines.stream().filter(line -> line.startsWith("a.example")).findFirst().orElseThrow();
        for (String part : List.of("MX", "192.0.2.53 port 53", "authoritative", "NOERROR", "5m 0s", "12 ms", "10 b.example.")) {
            assertTrue(first.contains(part), first);
        }
        assertTrue(lines.stream().anyMatch(line -> line.contains("cache") && line.contains("NXDOMAIN?")), lines.toString());
        assertTrue(lines.contains("10 b.example: the host does not exist"), lines.toString());
        assertTrue(lines.contains("It is not delivered."), lines.toString());
    }

    @Test
    void whatIsToBeChangedIsShownWithTheWayToDoIt() throws Exception {
        ZoneUpdate planned = new ZoneUpdate("a.example", "192.0.2.53 port 53", List.of("mail.a.example 3600 A 192.0.2.1"),
                List.of("mail.a.example 300 A 192.0.2.9"), Result.PLANNED, "");
        ZoneUpdate failed = new ZoneUpdate("b.example", "", List.of(), List.of(), Result.FAILED, "It is away.");
        assertEquals(List.of("a.example at 192.0.2.53 port 53: to be changed", "  - mail.a.example 300 A 192.0.2.9",
                "  + mail.a.example 3600 A 192.0.2.1", "b.example: not changed", "  It is away.", "Nothing was changed yet: --apply does it."),
                Printed.by(out -> DnsView.updates(List.of(planned, failed), out)).lines().toList());
    }

    @Test
    void asJsonItHasAllOfIt() {
        String json = JsonText.of(trace);
        assertTrue(json.contains("\"origin\": \"AUTHORITATIVE\"") && json.contains("\"ttl\": \"PT5M\"") && json.contains("\"chosen\": null"), json);
    }
}
