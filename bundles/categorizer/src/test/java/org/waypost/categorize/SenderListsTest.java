package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.categorize.Organization.group;
import static org.waypost.categorize.Organization.person;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.categorize.restriction.DirectorySenderLists;
import org.waypost.categorize.restriction.SenderLookup;
import org.waypost.categorizer.SenderLists;
import org.waypost.mail.Address;

/** Who is on a list, be it through groups. */
class SenderListsTest {
    private final Organization org = new Organization();
    private final SenderLists lists = new DirectorySenderLists(org.inquiries, new SenderLookup(org.inquiries, () -> org.settings));

    @BeforeEach
    void people() {
        org.addPerson("alice");
        org.addPerson("bob");
        org.addGroup("staff", "member: " + person("alice"));
        org.addGroup("everybody", "member: " + group("staff"), "member: " + group("everybody"));
        org.addContact("carol", "targetAddress: SMTP:carol@elsewhere.example");
    }

    @Test
    void itIsOnThoseThatNameItOrAGroupItIsIn() {
        String written = "UID=Alice, ou=people, dc=example, dc=com";

        assertEquals(Set.of(written, group("everybody")), listed("alice@example.com", written, group("everybody"), person("bob"), "cn=gone"));
        assertEquals(Set.of(person("bob")), listed("Bob+list@example.com", person("bob"), group("staff"), group("everybody")));
        assertEquals(Set.of("cn=carol,ou=Contacts,dc=example,dc=com"),
                listed("carol@elsewhere.example", "cn=carol,ou=Contacts,dc=example,dc=com", group("staff")));
    }

    @Test
    void nobodyIsOnNone() {
        assertEquals(Set.of(), listed("stranger@elsewhere.example", person("alice"), group("everybody")));
        assertEquals(Set.of(), lists.listed(Optional.empty(), Set.of(person("alice"))).toCompletableFuture().join());
    }

    @Test
    void itCannotTellWhileTheDirectoryIsAway() {
        org.directory.away();

        assertEquals(true, lists.listed(Optional.of(Address.of("alice@example.com")), Set.of(person("alice"))).toCompletableFuture()
                .isCompletedExceptionally());
    }

    private Set<String> listed(String sender, String... dns) {
        return lists.listed(Optional.of(Address.of(sender)), Set.of(dns)).toCompletableFuture().join();
    }
}
