package org.waypost.directory.ldap.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.directory.ldap.service.Access.get;
import static org.waypost.directory.ldap.service.Access.until;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.authentication.Authentication;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.Search.Scope;
import org.waypost.directory.ldap.DirectoryEvent;
import org.waypost.directory.ldap.service.Access.Way;
import org.waypost.testkit.dns.DnsRecords;
import org.waypost.testkit.dns.MemoryDns;

/** Servers that are away, hang, refuse, refer, or give values in parts. */
class FaultsTest {
    private final Access access = new Access();
    private final OddServer odd = new OddServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        odd.start();
    }

    @AfterEach
    void close() {
        access.close();
        odd.close();
    }

    @Test
    void theNextServerIsAskedAndTheFirstOneTriedAgain() throws Exception {
        try (OddServer first = new OddServer()) {
            Directory directory = access.to(Way.anonymous(), first.url(), odd.url()).directory();
            assertTrue(get(directory.read(Role.DOMAIN, Access.BASE, Set.of())).isPresent());
            until(() -> access.events.of(DirectoryEvent.SERVER_DOWN).size() == 1);
            assertEquals("DOWN", directory.status().servers().get(0).state());
            first.start();
            until(() -> directory.status().servers().get(0).state().equals("UP"));
            assertEquals(1, access.events.of(DirectoryEvent.SERVER_UP).size());
        }
    }

    @Test
    void requestsAreCountedAsWhoeverAsksSeesThem() throws Exception {
        String nobody = "ldap://127.0.0.1:1";
        Directory directory = access.to(Way.anonymous(), nobody, odd.url()).directory();
        assertTrue(get(directory.read(Role.DOMAIN, Access.BASE, Set.of())).isPresent());
        until(() -> access.meter.counted.contains("DIRECTORY_REQUESTS read answered"));
        until(() -> access.meter.timed.contains("DIRECTORY_REQUEST_TIME read"));
        assertFalse(access.meter.counted.contains("DIRECTORY_REQUESTS read away"), "the other server answered");
        odd.close();
        until(() -> {
            directory.read(Role.DOMAIN, Access.BASE, Set.of());
            return access.meter.counted.contains("DIRECTORY_REQUESTS read away");
        });
    }

    @Test
    void aServerThatHangsCostsOneRequestsTime() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "ldap://127.0.0.1:" + deaf.getLocalPort();
            Directory directory = access.to(Way.anonymous().patient(Duration.ofMillis(500)), url, odd.url()).directory();
            long begun = System.nanoTime();
            assertTrue(get(directory.read(Role.DOMAIN, Access.BASE, Set.of())).isPresent());
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 5000);
            assertTrue(directory.at(url).isPresent());
            assertThrows(DirectoryAwayException.class, () -> get(directory.at(url).get().read(Role.DOMAIN, Access.BASE, Set.of())));
        }
    }

    @Test
    void aWrongPasswordIsSaidOnce() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "wrong\n");
        Directory directory = access.to(Way.anonymous().as("uid=u0,dc=example,dc=com", password), odd.url()).directory();
        for (int i = 0; i < 3; i++) {
            assertThrows(DirectoryAwayException.class, () -> get(directory.read(Role.DOMAIN, Access.BASE, Set.of())));
        }
        int binds = odd.binds();
        until(() -> odd.binds() >= binds + 2);
        assertEquals(1, access.events.of(DirectoryEvent.SERVER_DOWN).size());
        Files.writeString(password, "password0\n");
        until(() -> directory.status().servers().get(0).state().equals("UP"));
        assertTrue(get(directory.read(Role.DOMAIN, Access.BASE, Set.of())).isPresent());
    }

    @Test
    void manyLookUpsAreFewSearches() throws Exception {
        DirectoryServices services = access.to(Way.anonymous(), odd.url());
        var lookUps = java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> services.recipients().byAddress("smtp:u" + i % 150 + "@example.com").toCompletableFuture()).toList();
        for (int i = 0; i < lookUps.size(); i++) {
            List<Entry> found = get(lookUps.get(i));
            assertEquals(i % 150 < OddServer.USERS ? List.of("u" + i % 150) : List.of(), found.stream().flatMap(e -> e.values("uid").stream()).toList());
        }
        assertTrue(odd.addressSearches() <= 4, odd.addressSearches() + " searches");
        until(() -> isCached(services, "smtp:u1@example.com") && isCached(services, "smtp:u149@example.com"));
        int searches = odd.addressSearches();
        access.clock.advance(Duration.ofSeconds(61));
        get(services.recipients().byAddress("smtp:u1@example.com"));
        assertEquals(searches, odd.addressSearches());
        get(services.recipients().byAddress("smtp:u149@example.com"));
        assertEquals(searches + 1, odd.addressSearches());
    }

    /** Not at first: the watch tells of all recipients when it begins, and what is told of is forgotten. */
    private boolean isCached(DirectoryServices services, String address) {
        int searches = odd.addressSearches();
        services.recipients().byAddress(address).toCompletableFuture().join();
        return searches == odd.addressSearches();
    }

    @Test
    void whatIsKnownIsAnsweredWhileTheDirectoryIsAway() throws Exception {
        DirectoryServices services = access.to(Way.anonymous(), odd.url());
        assertEquals(1, get(services.recipients().byAddress("smtp:u1@example.com")).size());
        odd.close();
        access.clock.advance(Duration.ofDays(1));
        assertEquals(1, get(services.recipients().byAddress("smtp:u1@example.com")).size());
        assertThrows(DirectoryAwayException.class, () -> get(services.recipients().byAddress("smtp:u2@example.com")));
        assertInstanceOf(Authentication.Unavailable.class, get(services.authenticator().authenticate("u1", "password1".toCharArray())));
    }

    @Test
    void aRightPasswordIsBelievedForSeconds() throws Exception {
        DirectoryServices services = access.to(Way.anonymous(), odd.url());
        assertInstanceOf(Authentication.Accepted.class, get(services.authenticator().authenticate("u1", "password1".toCharArray())));
        odd.close();
        assertInstanceOf(Authentication.Accepted.class, get(services.authenticator().authenticate("u1", "password1".toCharArray())));
        assertInstanceOf(Authentication.Unavailable.class, get(services.authenticator().authenticate("u1", "other".toCharArray())));
        access.clock.advance(Duration.ofSeconds(11));
        assertInstanceOf(Authentication.Unavailable.class, get(services.authenticator().authenticate("u1", "password1".toCharArray())));
    }

    @Test
    void referralsAreSaidOnceAndNotFollowed() throws Exception {
        Directory directory = access.to(Way.anonymous(), odd.url()).directory();
        Search search = new Search(Role.DOMAIN, "", Scope.SUBTREE, "(uid=refer*)", Set.of("uid"));
        assertEquals(List.of(), get(directory.search(search, 10)));
        assertEquals(List.of(), get(directory.search(search, 10)));
        assertEquals(1, access.events.of(DirectoryEvent.REFERRAL_IGNORED).size());
        DirectoryRefusedException refused = assertThrows(DirectoryRefusedException.class,
                () -> get(directory.search(new Search(Role.DOMAIN, "", Scope.SUBTREE, "(uid=elsewhere)", Set.of()), 10)));
        assertTrue(refused.getMessage().contains("ldap://elsewhere.example"), refused.getMessage());
    }

    @Test
    void valuesInPartsArePutTogether() throws Exception {
        DirectoryServices services = access.to(Way.anonymous(), odd.url());
        Optional<Entry> group = get(services.recipients().byDn("cn=group,dc=example,dc=com"));
        assertEquals(OddServer.MEMBERS, Set.copyOf(group.orElseThrow().values("member")).size());
    }

    @Test
    void serversAreFoundByDns() throws Exception {
        access.dns.bind(new MemoryDns(new DnsRecords().srv("_ldap._tcp.example.com", 0, 0, odd.port(), "127.0.0.1")));
        Directory directory = access.to(Way.anonymous(), "srv:example.com").directory();
        assertTrue(get(directory.read(Role.DOMAIN, Access.BASE, Set.of())).isPresent());
    }

    @Test
    void serversThatDnsDoesNotKnowAreSaid() {
        access.dns.bind(new MemoryDns(new DnsRecords()));
        Directory directory = access.to(Way.anonymous(), "srv:example.com").directory();
        DirectoryAwayException away = assertThrows(DirectoryAwayException.class, () -> get(directory.read(Role.DOMAIN, Access.BASE, Set.of())));
        assertTrue(away.getMessage().contains("_ldap._tcp.example.com"), away.getMessage());
        assertEquals(1, access.events.of(DirectoryEvent.NOT_FOUND_BY_DNS).size());
    }
}
