package org.waypost.admin.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.DoctorAdmin.Verdict;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.service.Gate;
import org.waypost.testkit.dns.DnsRecords;
import org.waypost.testkit.dns.MemoryDns;

class NameChecksTest {
    private final DnsRecords records = new DnsRecords();
    private final Gate<Dns> dns = new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run);
    private final Names names = new Names(dns);

    @BeforeEach
    void bind() {
        dns.bind(new MemoryDns(records));
    }

    @Test
    void aDomainIsFollowedToAnAddressOfOurs() throws Exception {
        records.mx("good.example", 1, "mx.good.example").address("mx.good.example", "192.0.2.1")
                .mx("lost.example", 1, "mx.lost.example").mx("away.example", 1, "mx.away.example").address("mx.away.example", "192.0.2.9")
                .address("bare.example", "192.0.2.1");
        List<Finding> findings = new ReceivingCheck(facts(List.of(), "good.example", "lost.example", "away.example", "bare.example"), names, address -> Optional.empty()).run();
        assertEquals(List.of(Verdict.OK, Verdict.PROBLEM, Verdict.WARNING, Verdict.PROBLEM), verdicts(findings));
        assertTrue(findings.get(3).sentence().contains("bare.example has no MX: the name has no such record"), findings.toString());
    }

    @Test
    void whereMailIsSentToAMailServerMustAnswer() throws Exception {
        records.mx("good.example", 1, "mx.good.example").address("mx.good.example", "192.0.2.1");
        Finding finding = new ReceivingCheck(facts(List.of(), "good.example"), names, address -> Optional.of("Connection refused")).run().get(0);
        assertEquals(Verdict.PROBLEM, finding.verdict());
        assertTrue(finding.sentence().contains("is sent to 192.0.2.1, where no mail server answers on port 25: Connection refused"),
                finding.sentence());
    }

    @Test
    void aGreetingIsThatOfAMailServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Greeting greeting = Greeting.onPort(server.getLocalPort());
            assertEquals(Optional.empty(), greeted(server, greeting, "220 mail.example ESMTP\r\n"));
            assertEquals(Optional.of("it greets with \"HTTP/1.1 400\""), greeted(server, greeting, "HTTP/1.1 400\r\n"));
            assertEquals(Optional.of("it ends the connection without a greeting"), greeted(server, greeting, ""));
            server.close();
            assertTrue(greeting.fault(InetAddress.getLoopbackAddress()).isPresent());
        }
    }

    private static Optional<String> greeted(ServerSocket server, Greeting greeting, String line) throws Exception {
        CompletableFuture<Optional<String>> fault = CompletableFuture.supplyAsync(() -> greeting.fault(InetAddress.getLoopbackAddress()));
        try (Socket client = server.accept()) {
            client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        }
        return fault.get();
    }

    @Test
    void withoutDomainsNothingIsClaimed() throws Exception {
        assertEquals(List.of(Verdict.SKIPPED), verdicts(new ReceivingCheck(facts(List.of()), names, address -> Optional.empty()).run()));
    }

    @Test
    void eachVirtualServerHasItsNameInTheDns() throws Exception {
        records.address("mail.example", "192.0.2.1");
        Facts facts = facts(List.of(new Facts.VirtualServer("one", "mail.example", List.of(), ""),
                new Facts.VirtualServer("two", "other.example", List.of(), "")));
        List<Finding> findings = new HostNameCheck(facts, names).run();
        assertEquals(List.of(Verdict.OK, Verdict.PROBLEM), verdicts(findings));
        assertTrue(findings.get(1).sentence().contains("other.example of the virtual server two"), findings.toString());
    }

    @Test
    void aReverseNameMustLeadBack() throws Exception {
        assertEquals(List.of(Verdict.WARNING), verdicts(new PtrCheck(facts(List.of()), names).run()));
        records.name("192.0.2.1", "mail.example");
        assertTrue(new PtrCheck(facts(List.of()), names).run().get(0).sentence().contains("No name"));
        records.address("mail.example", "192.0.2.1");
        assertEquals(List.of(Verdict.OK), verdicts(new PtrCheck(facts(List.of()), names).run()));
    }

    @Test
    void aDnsServerThatAnswersNothingIsAProblem() throws Exception {
        assertEquals(List.of(Verdict.OK), verdicts(new DnsServersCheck(facts(List.of()), names).run()));
        Gate<Dns> halfDead = new Gate<>("DNS service", Duration.ofMillis(20), 10, Runnable::run);
        halfDead.bind((Dns) Proxy.newProxyInstance(Dns.class.getClassLoader(), new Class<?>[] {Dns.class}, (self, method, arguments) ->
                CompletableFuture.completedStage(arguments[1].equals(List.of("192.0.2.54")) ? new DnsAnswer.Failed<>("it timed out")
                        : new DnsAnswer.NoSuchName<>())));
        Facts two = new Facts(List.of(), List.of(), List.of(), List.of("192.0.2.53", "192.0.2.54"), Path.of("etc"), Path.of("data"));
        List<Finding> findings = new DnsServersCheck(two, new Names(halfDead)).run();
        assertEquals(List.of(Verdict.OK, Verdict.PROBLEM), verdicts(findings));
        assertTrue(findings.get(1).sentence().contains("192.0.2.54 does not answer: it timed out"), findings.toString());
    }

    private static Facts facts(List<Facts.VirtualServer> servers, String... domains) throws Exception {
        List<InetAddress> addresses = Stream.of(InetAddress.getByName("192.0.2.1"), InetAddress.getLoopbackAddress()).toList();
        return new Facts(servers, List.of(domains), addresses, List.of(), Path.of("etc"), Path.of("data"));
    }

    private static List<Verdict> verdicts(List<Finding> findings) {
        return findings.stream().map(Finding::verdict).toList();
    }
}
