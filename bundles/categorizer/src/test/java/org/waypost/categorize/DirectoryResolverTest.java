package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.categorize.Organization.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;

/** What is said at RCPT. */
class DirectoryResolverTest {
    private final Organization org = new Organization();
    private final RecipientResolver resolver = new DirectoryResolver(org.inquiries, () -> org.settings);

    @Test
    void eachKindOfRecipientHasItsResolution() {
        org.addPerson("alice", "proxyAddresses: smtp:sales@example.com");
        org.addPerson("bob", "altRecipient: " + person("alice"), "proxyAddresses: smtp:sales@example.com");
        org.addContact("Carol", "proxyAddresses: SMTP:carol@example.com", "targetAddress: SMTP:carol@elsewhere.example");
        org.addGroup("team", "member: " + person("alice"));

        assertEquals(new Resolution.Mailbox("alice"), resolve("alice+x@example.com"));
        assertEquals(alias("bob@example.com"), resolve("bob@example.com"));
        assertEquals(new Resolution.Mailbox("bob"), resolve("\\bob@example.com"));
        assertEquals(alias("carol@elsewhere.example"), resolve("carol@example.com"));
        assertEquals(alias("team@example.com"), resolve("team@example.com"));
        assertEquals(alias("sales@example.com"), resolve("sales@example.com"), "ambiguous: returned later");
        assertEquals(new Resolution.Unknown(), resolve("nobody@example.com"));
        assertEquals(new Resolution.Shared(), resolve("nobody@shared.example"));
        assertEquals(new Resolution.Remote(), resolve("alice@elsewhere.example"));
        assertEquals(new Resolution.Mailbox("postmaster"), resolve("postmaster"));
    }

    @Test
    void whatCannotBeKnownNowFails() {
        org.addPerson("alice");
        org.directory.away();

        assertTrue(resolver.resolve(Address.of("alice@example.com")).toCompletableFuture().isCompletedExceptionally());
        assertEquals(new Resolution.Remote(), resolve("alice@elsewhere.example"), "needs no directory");
    }

    private Resolution resolve(String address) {
        return resolver.resolve(Address.of(address)).toCompletableFuture().getNow(null);
    }

    private static Resolution alias(String target) {
        return new Resolution.Alias(List.of(Address.of(target)));
    }
}
