package org.waypost.dns.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.dns.update.Zone;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class PrimaryServersTest {
    private final List<Record> records = List.of(soa("a.example.", "ns.a.example."), address("ns.a.example.", "192.0.2.53"),
            soa("lost.example.", "ns.none.example."), soa("b.example.", "ns.a.example."),
            new CNAMERecord(name("alias.a.example."), DClass.IN, 60, name("b.example.")));
    private Responder responder;
    private PrimaryServers primaries;

    @BeforeEach
    void start() throws IOException {
        responder = new Responder(this::answer, false);
        CachingDns dns = new CachingDns(new DnsSettings(List.of(responder.address()), List.of(), 53, Duration.ofSeconds(5), 1, false, 100,
                Duration.ofHours(1), Duration.ofHours(1)), List::of, InstantSource.system(), new Random(1));
        primaries = new PrimaryServers(dns, 5353);
    }

    @AfterEach
    void stop() throws IOException {
        responder.close();
    }

    @Test
    void theZoneIsTheClosestAboveWithAnSoa() throws Exception {
        Zone zone = new Zone(name("a.example."), new InetSocketAddress("192.0.2.53", 5353));
        assertEquals(zone, find("mail.berlin.a.example."));
        assertEquals(zone, find("a.example."));
    }

    @Test
    void whereAnAliasLeadsIsNotTheZoneOfItsName() throws Exception {
        assertEquals(name("a.example."), find("alias.a.example.").name());
    }

    @Test
    void whatIsNotFoundIsSaid() {
        assertTrue(failure("mail.other.").contains("no zone was found that mail.other is in"));
        assertTrue(failure("mail.lost.example.").contains("ns.none.example of lost.example has no address"));
    }

    private Message answer(Message query) {
        Message answer = Responder.reply(query);
        Record question = query.getQuestion();
        records.stream().filter(record -> record.getName().equals(question.getName())
                && (record.getType() == question.getType() || record.getType() == Type.CNAME)).forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    private Zone find(String name) throws Exception {
        return primaries.find(name(name)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private String failure(String name) {
        return assertInstanceOf(IOException.class, assertThrows(ExecutionException.class, () -> find(name)).getCause()).getMessage();
    }

    private static Record soa(String zone, String primary) {
        return new SOARecord(name(zone), DClass.IN, 60, name(primary), name(primary), 1, 1, 1, 1, 1);
    }

    private static Record address(String host, String address) {
        try {
            return new ARecord(name(host), DClass.IN, 60, InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static Name name(String text) {
        return Name.fromConstantString(text);
    }
}
