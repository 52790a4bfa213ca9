package org.waypost.testkit.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waypost.dns.Dns;
import org.waypost.dns.Dns.MxRecord;
import org.waypost.dns.Dns.SrvRecord;
import org.waypost.dns.DnsAnswer;

/** What every {@link Dns} does. A test class implements it and gives a provider that knows given records. */
public interface DnsContract {
    /** A provider that knows these records. */
    Dns knowing(DnsRecords records) throws Exception;

    @Test
    default void exchangersAreFoundWithTheirPreferences() throws Exception {
        Dns dns = knowing(new DnsRecords().mx("example.org", 10, "mx1.example.org").mx("example.org", 20, "mx2.example.org"));
        assertEquals(Set.of(new MxRecord(10, "mx1.example.org"), new MxRecord(20, "mx2.example.org")),
                Set.copyOf(found(dns.mx("example.org", List.of()))));
    }

    @Test
    default void aNullMxIsADot() throws Exception {
        Dns dns = knowing(new DnsRecords().mx("nomail.example", 0, "."));
        assertEquals(List.of(new MxRecord(0, ".")), found(dns.mx("nomail.example", List.of())));
    }

    @Test
    default void addressesOfBothFamiliesAreFound() throws Exception {
        Dns dns = knowing(new DnsRecords().address("mx.example", "192.0.2.1").address("mx.example", "2001:db8::1"));
        assertEquals(List.of(InetAddress.getByName("2001:db8::1"), InetAddress.getByName("192.0.2.1")),
                found(dns.addresses("mx.example", List.of())));
    }

    @Test
    default void oneFamilyIsEnough() throws Exception {
        Dns dns = knowing(new DnsRecords().address("mx.example", "192.0.2.1"));
        assertEquals(List.of(InetAddress.getByName("192.0.2.1")), found(dns.addresses("mx.example", List.of())));
    }

    @Test
    default void textsAreFoundWhole() throws Exception {
        Dns dns = knowing(new DnsRecords().txt("example.org", "v=spf1 -all"));
        assertEquals(List.of("v=spf1 -all"), found(dns.txt("example.org", List.of())));
    }

    @Test
    default void namesOfAnAddressAreFound() throws Exception {
        Dns dns = knowing(new DnsRecords().name("192.0.2.7", "mail.example.org"));
        assertEquals(List.of("mail.example.org"), found(dns.names(InetAddress.getByName("192.0.2.7"), List.of())));
    }

    @Test
    default void servicesAreFoundWithHostAndPort() throws Exception {
        Dns dns = knowing(new DnsRecords().srv("_ldap._tcp.example.org", 0, 100, 389, "dc1.example.org")
                .srv("_ldap._tcp.example.org", 10, 5, 3389, "dc2.example.org"));
        assertEquals(Set.of(new SrvRecord(0, 100, 389, "dc1.example.org"), new SrvRecord(10, 5, 3389, "dc2.example.org")),
                Set.copyOf(found(dns.srv("_ldap._tcp.example.org", List.of()))));
    }

    @Test
    default void aServiceThatIsNotOfferedIsADot() throws Exception {
        Dns dns = knowing(new DnsRecords().srv("_gc._tcp.example.org", 0, 0, 0, "."));
        assertEquals(List.of(new SrvRecord(0, 0, 0, ".")), found(dns.srv("_gc._tcp.example.org", List.of())));
    }

    @Test
    default void anAliasIsFollowed() throws Exception {
        Dns dns = knowing(new DnsRecords().alias("www.example", "host.example").address("host.example", "192.0.2.3"));
        assertEquals(List.of(InetAddress.getByName("192.0.2.3")), found(dns.addresses("www.example", List.of())));
    }

    @Test
    default void aNameWithoutTheRecordIsNoData() throws Exception {
        Dns dns = knowing(new DnsRecords().address("host.example", "192.0.2.3"));
        assertInstanceOf(DnsAnswer.NoData.class, get(dns.mx("host.example", List.of())));
    }

    @Test
    default void anUnknownNameIsNoSuchName() throws Exception {
        Dns dns = knowing(new DnsRecords());
        assertInstanceOf(DnsAnswer.NoSuchName.class, get(dns.mx("nowhere.example", List.of())));
        assertInstanceOf(DnsAnswer.NoSuchName.class, get(dns.addresses("nowhere.example", List.of())));
    }

    @Test
    default void aFailureNamesTheName() throws Exception {
        Dns dns = knowing(new DnsRecords().broken("broken.example"));
        DnsAnswer.Failed<?> failed = assertInstanceOf(DnsAnswer.Failed.class, get(dns.mx("broken.example", List.of())));
        assertTrue(failed.reason().contains("broken.example"), failed.reason());
    }

    /** The answer, waited for. */
    static <T> DnsAnswer<T> get(CompletionStage<DnsAnswer<T>> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static <T> List<T> found(CompletionStage<DnsAnswer<T>> stage) throws Exception {
        DnsAnswer<T> answer = get(stage);
        if (answer instanceof DnsAnswer.Found<T> found) {
            return found.records();
        }
        throw new AssertionError("expected records, got " + answer);
    }
}
