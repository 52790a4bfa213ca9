package org.waypost.ds2mb.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;
import org.waypost.replication.Replication;
import org.waypost.testkit.directory.MemoryDirectory;

class DirectoryReplicationTest {
    private static final String KEY = "/LM/SmtpSvc/default";

    private final Site site = Site.standard();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void everythingIsReplicatedAtFirst() {
        site.policy("Default Policy", "example.com");
        site.start();
        assertEquals("Text[text=org.waypost.smtp.server]", site.value(KEY, "KeyType"));
        assertEquals("Texts[texts=[127.0.0.1:2525]]", site.value(KEY, "bindings"));
        assertEquals(Site.DEFAULT, site.owner(KEY, "bindings"));
        assertEquals("Flag[flag=true]", site.value(KEY + "/Domain/example.com", "authoritative"));
        assertEquals("cn=Default Policy," + Site.POLICIES, site.owner(KEY + "/Domain/example.com", "authoritative"));
        assertEquals("Texts[texts=[example.com]]", site.value("/LM/Categorizer", "authoritativeDomains"));
        assertEquals(1, site.events(ReplicationEvent.COMPARED.id()).size());
        Replication.Status status = site.replication.status();
        assertEquals(List.of(2, "following changes", Optional.of(site.now), List.of()),
                List.of(status.objects(), status.state(), status.last(), status.faults()));
    }

    @Test
    void changesFollow() {
        site.start();
        site.directory.set(Site.DEFAULT, "msExchServerBindings", "127.0.0.1:2600");
        assertEquals("Texts[texts=[127.0.0.1:2600]]", site.value(KEY, "bindings"));
        site.directory.set(Site.DEFAULT, "msExchSmtpMaxRecipients", "5");
        assertEquals("Number[number=5]", site.value(KEY, "maxRecipients"));
        site.directory.set(Site.DEFAULT, "msExchSmtpMaxRecipients");
        assertEquals("", site.value(KEY, "maxRecipients"));
        site.directory.delete(Site.DEFAULT);
        assertFalse(site.exists(KEY));
    }

    @Test
    void aRenamedVirtualServerMoves() {
        site.policy("P", "example.com");
        site.start();
        site.directory.rename(Site.DEFAULT, "cn=other," + Site.SMTP);
        assertFalse(site.exists(KEY));
        assertEquals("Texts[texts=[127.0.0.1:2525]]", site.value("/LM/SmtpSvc/other", "bindings"));
        assertTrue(site.exists("/LM/SmtpSvc/other/Domain/example.com"));
    }

    @Test
    void allVirtualServersOfThisServerGetAllDomainsAndThoseOfOthersNone() {
        site.directory.add("cn=submission," + Site.SMTP, "objectClass: protocolCfgSMTPServer", "msExchServerBindings: 127.0.0.1:2587");
        site.directory.add("cn=foreign,cn=SMTP,cn=other,cn=Servers," + Site.ORGANIZATION, "objectClass: protocolCfgSMTPServer");
        site.start();
        site.policy("P", "example.com");
        assertTrue(site.exists(KEY + "/Domain/example.com"));
        assertTrue(site.exists("/LM/SmtpSvc/submission/Domain/example.com"));
        assertFalse(site.exists("/LM/SmtpSvc/foreign"));
    }

    @Test
    void aDomainStaysForAsLongAsAPolicyNamesIt() {
        site.start();
        site.policy("A", "example.com", "a.example.com");
        site.policy("B", "example.com");
        site.directory.delete("cn=A," + Site.POLICIES);
        assertTrue(site.exists(KEY + "/Domain/example.com"));
        assertEquals("cn=B," + Site.POLICIES, site.owner(KEY + "/Domain/example.com", "authoritative"));
        assertFalse(site.exists(KEY + "/Domain/a.example.com"));
        site.directory.set("cn=B," + Site.POLICIES, "msExchNonAuthoritativeDomains", "example.com");
        assertEquals("Flag[flag=false]", site.value(KEY + "/Domain/example.com", "authoritative"));
        assertEquals("Texts[texts=[example.com]]", site.value("/LM/Categorizer", "sharedDomains"));
        assertEquals("", site.value("/LM/Categorizer", "authoritativeDomains"));
        site.directory.delete("cn=B," + Site.POLICIES);
        assertFalse(site.exists(KEY + "/Domain/example.com"));
        assertEquals("Text[text=org.waypost.categorizer]", site.value("/LM/Categorizer", "KeyType"));
    }

    @Test
    void connectorsMakeRoutesAndLocalSettingsBesideThemStay() {
        local("/LM/Routing", "smartHostCredentials", "mine");
        site.start();
        connector("Internet", "SMTP:*;10", "relay.example.com");
        connector("Cheaper", "SMTP:*;5", "[192.0.2.1]");
        connector("Partner", "SMTP:*.example.net;1", "partner.example.net:2525");
        assertEquals("Text[text=[192.0.2.1]]", site.value("/LM/Routing", "smartHost"));
        assertEquals("cn=Cheaper," + Site.CONNECTIONS, site.owner("/LM/Routing", "smartHost"));
        assertEquals("Texts[texts=[.example.net=partner.example.net:2525]]", site.value("/LM/Routing", "routes"));
        assertEquals("Number[number=7]", site.value("/LM/Connectors/Partner", "cost"));
        for (String name : List.of("Internet", "Cheaper", "Partner")) {
            site.directory.delete("cn=" + name + "," + Site.CONNECTIONS);
        }
        assertEquals("", site.value("/LM/Routing", "smartHost") + site.value("/LM/Routing", "routes"));
        assertEquals("Text[text=mine]Text[text=org.waypost.routing]",
                site.value("/LM/Routing", "smartHostCredentials") + site.value("/LM/Routing", "KeyType"));
        assertFalse(site.exists("/LM/Connectors/Partner"));
    }

    @Test
    void aCorruptObjectKeepsItsLastGoodValuesAndTheRestGoesOn() {
        site.start();
        site.directory.set(Site.DEFAULT, "msExchServerBindings", "nowhere");
        assertEquals("Texts[texts=[127.0.0.1:2525]]", site.value(KEY, "bindings"));
        site.policy("Broken", "not a domain");
        site.policy("P", "example.com");
        assertTrue(site.exists(KEY + "/Domain/example.com"));
        assertEquals(2, site.replication.status().faults().size());
        site.restart();
        assertEquals(2, site.events(1040).size(), "told once, also over a restart");
        assertTrue(site.events(1040).get(0).contains(Site.DEFAULT));
        assertEquals("Texts[texts=[127.0.0.1:2525]]", site.value(KEY, "bindings"));
        site.directory.set(Site.DEFAULT, "msExchServerBindings", "nowhere at all");
        assertEquals(3, site.events(1040).size());
        site.directory.set(Site.DEFAULT, "msExchServerBindings", "127.0.0.1:2626");
        assertEquals("Texts[texts=[127.0.0.1:2626]]", site.value(KEY, "bindings"));
        assertEquals(1, site.events(ReplicationEvent.REPAIRED.id()).size());
        site.directory.delete("cn=Broken," + Site.POLICIES);
        assertEquals(List.of(), site.replication.status().faults());
    }

    @Test
    void twoObjectsOfOneNameDoNotMixAndTheOtherIsNamed() {
        site.start();
        String other = "cn=default,cn=ZZZ,cn=Protocols," + Site.SERVER;
        site.directory.add(other, "objectClass: protocolCfgSMTPServer", "msExchServerBindings: 127.0.0.1:1");
        assertEquals("Texts[texts=[127.0.0.1:2525]]", site.value(KEY, "bindings"));
        assertTrue(site.events(1040).get(0).contains(other));
        site.directory.delete(Site.DEFAULT);
        assertEquals("Texts[texts=[127.0.0.1:1]]", site.value(KEY, "bindings"));
        assertEquals(List.of(), site.replication.status().faults());
    }

    @Test
    void whatTheMetabaseRefusesIsInFaultAndTheRestIsWritten() {
        site.metabase.refused = edit -> edit instanceof Edit.Set set && set.property().equals("unwanted");
        site.directory.addValues(Site.DEFAULT, "waypostSetting", "unwanted=1");
        site.policy("P", "example.com");
        site.start();
        assertEquals("Texts[texts=[example.com]]", site.value("/LM/Categorizer", "authoritativeDomains"));
        assertFalse(site.exists(KEY));
        assertEquals(1, site.events(1040).size());
        site.policy("Q", "example.org");
        assertEquals(1, site.events(1040).size());
        site.directory.set(Site.DEFAULT, "waypostSetting");
        assertTrue(site.exists(KEY + "/Domain/example.org"));
    }

    @Test
    void itGoesOnFromItsPositionAfterARestart() {
        site.start();
        site.replication.close();
        site.directory.delete(Site.DEFAULT);
        site.policy("P", "example.com");
        site.start();
        assertFalse(site.exists(KEY));
        assertEquals("Texts[texts=[example.com]]", site.value("/LM/Categorizer", "authoritativeDomains"));
        assertEquals(1, site.events(ReplicationEvent.COMPARED.id()).size(), "no second comparison");
    }

    @Test
    void afterFailoverAllIsComparedAndWhatIsGoneGoes() {
        site.policy("P", "example.com");
        site.start();
        site.replication.close();
        site.directory.delete("cn=P," + Site.POLICIES);
        site.directory.failover();
        site.start();
        assertFalse(site.exists(KEY + "/Domain/example.com"));
        assertEquals(2, site.events(ReplicationEvent.COMPARED.id()).size());
    }

    @Test
    void nothingIsWrittenWhenNothingChangedButThePositionOnceAMinute() {
        site.start();
        int writes = site.metabase.writes.get();
        long version = site.memory.version();
        site.restart();
        assertEquals(writes + 1, site.metabase.writes.get(), "the position, by a new run");
        site.directory.set(Site.DEFAULT, "description", "of no concern");
        site.directory.set(Site.DEFAULT, "description", "neither");
        assertEquals(writes + 1, site.metabase.writes.get());
        assertEquals(version, site.memory.version());
        site.now = site.now.plus(Duration.ofSeconds(61));
        site.directory.set(Site.DEFAULT, "description", "a minute later");
        assertEquals(writes + 2, site.metabase.writes.get());
    }

    @Test
    void aFailedWriteIsMadeAgain() {
        site.start();
        site.metabase.failBefore = 2;
        site.directory.set(Site.DEFAULT, "msExchSmtpMaxRecipients", "5");
        Site.await("it is written in the end", () -> site.value(KEY, "maxRecipients").equals("Number[number=5]"));
        site.metabase.failAfter = 1;
        site.directory.set(Site.DEFAULT, "msExchSmtpMaxRecipients", "6");
        site.directory.set(Site.DEFAULT, "msExchSmtpMaxRecipients", "7");
        Site.await("it is written in the end", () -> site.value(KEY, "maxRecipients").equals("Number[number=7]"));
    }

    @Test
    void whileTheDirectoryIsAwayNothingChanges() {
        site.start();
        site.directory.away();
        assertTrue(site.replication.status().state().startsWith("interrupted"));
        site.directory.delete(Site.DEFAULT);
        assertTrue(site.exists(KEY));
        site.directory.back();
        assertFalse(site.exists(KEY));
        assertEquals("following changes", site.replication.status().state());
    }

    @Test
    void whileTheMetabaseIsAwayNothingIsLost() {
        site.start();
        site.replication.unbind(site.metabase);
        assertEquals(0, site.directory.watches());
        assertEquals("waiting for the metabase", site.replication.status().state());
        assertThrows(CompletionException.class, () -> site.replication.resync().toCompletableFuture().join());
        site.directory.set(Site.DEFAULT, "msExchSmtpMaxRecipients", "5");
        site.replication.bind(site.metabase);
        assertEquals("Number[number=5]", site.value(KEY, "maxRecipients"));
        site.replication.bind(new MemoryDirectory());
        site.replication.unbind(site.directory);
        assertFalse(site.exists(KEY), "another directory, without it");
        assertEquals(0, site.directory.watches());
    }

    @Test
    void resyncRepairsWhatIsNotAsItShouldBe() {
        site.start();
        site.memory.write(new MetabaseWrite(MetabaseWrite.Writer.REPLICATION, List.of(new Edit.Remove(MetabaseKey.of(KEY)))));
        String done = site.replication.resync().toCompletableFuture().join();
        assertTrue(done.contains("2 objects were compared"), done);
        assertTrue(site.exists(KEY));
    }

    @Test
    void aRenameOfTheServerTakesWhatIsBelowWithIt() {
        site.start();
        Map<String, String> before = site.replicated();
        Intake intake = new Intake();
        Replica replica = ReplicaStore.load(site.memory, "");
        var server = site.directory.entry(Site.SERVER).orElseThrow();
        var moved = new org.waypost.directory.Entry(Site.SERVER.replace("cn=Servers", "cn=Moved"), server.id(), server.attributes());
        var next = intake.take(new org.waypost.directory.ChangeBatch(org.waypost.directory.ChangeBatch.Kind.CHANGES,
                List.of(new org.waypost.directory.DirectoryChange.Changed(moved)), Optional.empty()), replica.objects()).orElseThrow();
        assertTrue(next.values().stream().allMatch(held -> held.current().dn().endsWith(moved.dn())), next.toString());
        assertEquals(before, site.replicated());
    }

    @Test
    void diagnosticEventsShowEachPropertyButNoSecret() {
        site.level = 5;
        site.start();
        assertTrue(site.events(5).stream().anyMatch(event -> event.contains(KEY + " bindings 127.0.0.1:2525 " + Site.DEFAULT)), site.events(5)::toString);
        site.directory.set(Site.DEFAULT, "waypostSetting", "somePassword=hush");
        assertFalse(site.events.toString().contains("hush"));
        assertTrue(site.events(5).toString().contains("somePassword (secret)"));
        site.restart();
        assertEquals("Secret[***]", site.value(KEY, "somePassword"));
        site.directory.delete(Site.DEFAULT);
        assertFalse(site.events(ReplicationEvent.PROPERTY_REMOVED.id()).isEmpty());
        assertFalse(site.events(ReplicationEvent.OBJECT_GONE.id()).isEmpty());
    }

    @Test
    void fiveThousandPolicies() {
        for (int i = 0; i < 5_000; i++) {
            site.policy("Policy " + i, "d" + i + ".example.com", "example.com");
        }
        Instant begin = Instant.now();
        site.start();
        assertTrue(site.exists(KEY + "/Domain/d4999.example.com"));
        site.directory.delete("cn=Policy 2500," + Site.POLICIES);
        assertFalse(site.exists(KEY + "/Domain/d2500.example.com"));
        assertTrue(site.exists(KEY + "/Domain/example.com"));
        Duration took = Duration.between(begin, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, took::toString);
    }

    private void connector(String name, String space, String smartHost) {
        site.directory.add("cn=" + name + "," + Site.CONNECTIONS, "objectClass: msExchRoutingSMTPConnector", "routingList: " + space, "cost: 7",
                "msExchSmtpSmartHost: " + smartHost);
    }

    private void local(String key, String property, String text) {
        site.memory.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR,
                List.of(new Edit.Set(MetabaseKey.of(key), property, new Value.Text(text), Optional.empty()))));
    }
}
