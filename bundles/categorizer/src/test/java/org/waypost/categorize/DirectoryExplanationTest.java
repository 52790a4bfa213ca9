package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.categorize.Organization.group;
import static org.waypost.categorize.Organization.person;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;

/** What a person is told. */
class DirectoryExplanationTest {
    private final Organization org = new Organization();

    @Test
    void eachStepIsToldAtItsDepth() {
        org.addPerson("alice");
        org.addPerson("boss");
        org.addPerson("bob", "altRecipient: " + person("alice"), "deliverAndRedirect: TRUE");
        org.addGroup("team", "member: " + person("bob"), "member: " + person("gone"), "member: " + group("team"), "reportToOwner: TRUE",
                "managedBy: " + person("boss"));

        assertEquals(List.of(
                "0 x@elsewhere.example: The sender is somebody elsewhere, or nobody the directory knows.",
                "0 team@example.com: Found as the group " + group("team") + ", primary address team@example.com.",
                "0 team@example.com: Group " + group("team") + ": member " + person("gone") + " is passed over: there is no such entry.",
                "0 team@example.com: Replaced by 2 addresses in a copy of the message with the reverse-path boss@example.com.",
                "1 bob@example.com: Found as " + person("bob") + ", primary address bob@example.com.",
                "1 bob@example.com: Replaced by 2 addresses.",
                "2 \\bob@example.com: Found as " + person("bob") + ", primary address bob@example.com. Itself is meant, without forwarding.",
                "2 \\bob@example.com: Delivered by maildir to the mailbox bob.",
                "2 alice@example.com: Found as " + person("alice") + ", primary address alice@example.com.",
                "2 alice@example.com: Delivered by maildir to the mailbox alice.",
                "1 team@example.com: Is a recipient already, or leads in a circle: no second copy."),
                explain("x@elsewhere.example", "team@example.com"));
        assertEquals(List.of(), org.events.types(), "nothing is reported");
    }

    @Test
    void whoIsNotStampedYetIsNamed() {
        org.directory.add(person("new"), "objectClass: inetOrgPerson", "uid: new", "mailNickname: new");

        List<String> steps = explain("", "new@example.com");
        assertTrue(steps.contains("0 new@example.com: " + person("new")
                + " is not stamped yet: the Recipient Update Service has given it no addresses."), steps.toString());
        assertTrue(steps.get(steps.size() - 1).contains("Returned with 5.1.1"), steps.toString());
    }

    @Test
    void aSenderWhoMayNotSendIsTold() {
        org.addPerson("poor", "submissionContLength: 1");

        List<String> steps = explain("poor@example.com", "alice@example.com");
        assertEquals(2, steps.size());
        assertTrue(steps.get(1).contains("5.2.3"), steps.toString());
    }

    @Test
    void onlyWhoIsFoundIsTakenToHaveAuthenticated() {
        org.addPerson("alice");
        org.addPerson("boss", "msExchRequireAuthToSendTo: TRUE");

        assertTrue(explain("alice@example.com", "boss@example.com").toString().contains("to the mailbox boss"));
        assertTrue(explain("x@elsewhere.example", "boss@example.com").toString().contains("5.7.1"));
    }

    private List<String> explain(String sender, String recipient) {
        Optional<Address> from = sender.isEmpty() ? Optional.empty() : Optional.of(Address.of(sender));
        return new DirectoryExplanation(org.inquiries, org.colleagues, () -> org.settings).explain(from, Address.of(recipient), 5_000)
                .toCompletableFuture().getNow(null).stream().map(step -> step.depth() + " " + step.subject() + ": " + step.text()).toList();
    }
}
