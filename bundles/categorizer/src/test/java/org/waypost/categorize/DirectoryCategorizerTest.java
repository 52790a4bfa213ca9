package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.categorize.Organization.expand;
import static org.waypost.categorize.Organization.local;
import static org.waypost.categorize.Organization.status;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;

/** Who an individual is. */
class DirectoryCategorizerTest {
    private final Organization org = new Organization();

    @Test
    void aMailboxIsFoundByEachOfItsAddressesInAnyCase() {
        org.addPerson("alice", "proxyAddresses: smtp:a.smith@second.example");

        assertEquals(local("alice"), org.verdict("alice@example.com"));
        assertEquals(local("alice"), org.verdict("A.Smith@Second.Example"));
        assertEquals("5.1.1", status(org.verdict("a.smith@example.com")));
    }

    @Test
    void aMailboxHasItsOwnNameAndAgent() {
        org.addPerson("bob", "waypostMailbox: box7", "waypostDeliveryAgent: lmtp");

        assertEquals(new Verdict.Local("lmtp", "box7"), org.verdict("bob@example.com"));
    }

    @Test
    void aSubaddressFallsBackToTheUser() {
        org.addPerson("alice");
        org.addPerson("secretary", "proxyAddresses: smtp:alice+vip@example.com");

        assertEquals(local("alice"), org.verdict("alice+news@example.com"));
        assertEquals(local("secretary"), org.verdict("alice+vip@example.com"));
        org.settings = new CategorizerSettings(List.of("example.com"), Set.of(), 0, 50, "maildir", "", Optional.empty());
        assertEquals("5.1.1", status(org.verdict("alice+news@example.com")));
    }

    @Test
    void unknownIsRefusedWhereWeAreResponsibleAloneAndPassedOnWhereWeAreNot() {
        assertEquals("5.1.1", status(org.verdict("nobody@example.com")));
        assertEquals(new Verdict.Remote(), org.verdict("nobody@shared.example"));
    }

    @Test
    void mailFromAndToElsewhereAsksTheDirectoryNothing() {
        org.directory.away();

        assertEquals(new Verdict.Remote(), org.verdict("bob@elsewhere.example"));
        assertEquals(0, org.directory.lookups() + org.directory.searches());
    }

    @Test
    void verdictsComeInTheOrderOfTheRecipients() {
        org.addPerson("alice");

        assertEquals(List.of("Remote", "Local", "Reject"), org.verdicts("x@elsewhere.example", "alice@example.com", "nobody@example.com")
                .stream().map(verdict -> verdict.getClass().getSimpleName()).toList());
    }

    @Test
    void twoEntriesWithOneAddressAreAmbiguousAndNamed() {
        String alice = org.addPerson("alice", "proxyAddresses: smtp:sales@example.com");
        String bob = org.addPerson("bob", "proxyAddresses: smtp:sales@example.com");

        assertEquals("5.1.4", status(org.verdict("sales@example.com")));
        assertEquals(List.of(CategorizerEvent.AMBIGUOUS), org.events.types());
        assertTrue(org.events.parameters().get(0).contains(alice) && org.events.parameters().get(0).contains(bob));
        assertEquals(local("bob"), org.verdict("bob@example.com"), "their other addresses work");
    }

    @Test
    void aPostmasterIsAlwaysAccepted() {
        assertEquals(local("postmaster"), org.verdict("PostMaster@example.com"));
        assertEquals(local("postmaster"), org.verdict("postmaster"));
        assertEquals(local("postmaster"), org.verdict("postmaster@shared.example"));

        postmaster("alice@example.com");
        assertEquals(expand("alice@example.com"), org.verdict("postmaster@second.example"));
        postmaster("postmaster@example.com");
        assertEquals(local("postmaster"), org.verdict("postmaster@example.com"), "not in a circle");

        org.addPerson("root", "proxyAddresses: smtp:postmaster@example.com");
        assertEquals(local("root"), org.verdict("postmaster"));
    }

    @Test
    void whoIsNotStampedYetIsUnknown() {
        org.directory.add(Organization.person("new"), "objectClass: inetOrgPerson", "uid: new", "mailNickname: new");

        assertEquals("5.1.1", status(org.verdict("new@example.com")));
    }

    @Test
    void mailToAContactGoesToItsTargetAddress() {
        org.addContact("Carol", "proxyAddresses: SMTP:carol@example.com", "targetAddress: SMTP:carol@elsewhere.example");

        assertEquals(expand("carol@elsewhere.example"), org.verdict("carol@example.com"));
    }

    @Test
    void aTargetAddressMayBeOurOwnOnlyInASharedDomain() {
        org.addContact("Carol", "proxyAddresses: SMTP:carol@shared.example", "targetAddress: SMTP:carol@shared.example");
        org.addContact("Dan", "proxyAddresses: SMTP:dan@example.com", "targetAddress: SMTP:dan@example.com");

        assertEquals(new Verdict.Remote(), org.verdict("carol@shared.example"));
        assertEquals("5.4.6", status(org.verdict("dan@example.com")));
    }

    @Test
    void aTargetThatSmtpDoesNotReachIsRefused() {
        org.addContact("Eve", "proxyAddresses: SMTP:eve@example.com", "targetAddress: X400:c=us;a= ;p=Example;o=Exchange;s=Eve;");
        org.addContact("Fay", "proxyAddresses: SMTP:fay@example.com");

        assertEquals("5.1.3", status(org.verdict("eve@example.com")));
        assertEquals("5.1.1", status(org.verdict("fay@example.com")), "a contact has no mailbox");
    }

    @Test
    void anAlternateRecipientGetsTheMailInsteadOrToo() {
        String bob = org.addPerson("bob");
        org.addPerson("alice", "altRecipient: " + bob);
        org.addPerson("carol", "altRecipient: " + bob, "deliverAndRedirect: TRUE");

        assertEquals(expand("bob@example.com"), org.verdict("alice@example.com"));
        assertEquals(expand("\\carol@example.com", "bob@example.com"), org.verdict("carol@example.com"));
        assertEquals(local("carol"), org.verdict("\\carol@example.com"), "itself, without forwarding");
        assertEquals("5.1.1", status(org.verdict("\\nobody@example.com")));
    }

    @Test
    void mailIsNotLostToAnAlternateRecipientThatIsGone() {
        org.addPerson("alice", "altRecipient: " + Organization.person("gone"));

        assertEquals(local("alice"), org.verdict("alice@example.com"));
        assertEquals(List.of(CategorizerEvent.FORWARD_LOST), org.events.types());
    }

    @Test
    void aDirectoryThatIsAwayMeansLaterAndIsReportedOnce() {
        org.addPerson("alice");
        org.directory.away();

        assertTrue(org.ask("alice@example.com").toCompletableFuture().isCompletedExceptionally());
        assertTrue(org.ask("alice@example.com").toCompletableFuture().isCompletedExceptionally());
        assertEquals(List.of(CategorizerEvent.RETRYABLE), org.events.types());

        org.probes.remove().run();
        assertEquals(0, org.timesBack, "still away");
        org.directory.back();
        org.probes.remove().run();

        assertEquals(1, org.timesBack);
        assertEquals(List.of(CategorizerEvent.RETRYABLE, CategorizerEvent.GOES_ON), org.events.types());
        assertTrue(org.probes.isEmpty(), "nothing is asked without need");
        assertFalse(org.ask("alice@example.com").toCompletableFuture().isCompletedExceptionally());
        org.directory.away();
        org.ask("alice@example.com");
        assertEquals(CategorizerEvent.RETRYABLE, org.events.types().get(2), "the next outage is another one");
    }

    private void postmaster(String address) {
        org.settings = new CategorizerSettings(List.of("example.com", "second.example"), Set.of(), 0, 50, "maildir", "+",
                Optional.of(Address.of(address)));
    }
}
