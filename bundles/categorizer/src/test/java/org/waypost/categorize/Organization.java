package org.waypost.categorize;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.lookup.Outage;
import org.waypost.categorizer.Categorizer;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.service.Gate;
import org.waypost.testkit.directory.MemoryDirectory;

/** example.com (authoritative) and shared.example with a categorizer over a directory in memory. */
final class Organization {
    static final Origin ANONYMOUS = new Origin("default", "192.0.2.1:4711", "ESMTP", "");
    static final Origin AUTHENTICATED = new Origin("default", "192.0.2.1:4711", "ESMTPSA", "alice");

    final MemoryDirectory directory = new MemoryDirectory();
    final RecordedEvents events = new RecordedEvents();
    final ArrayDeque<Runnable> probes = new ArrayDeque<>();
    int timesBack;
    CategorizerSettings settings = new CategorizerSettings(List.of("example.com", "second.example"), Set.of("shared.example"), 100, 50,
            "maildir", "+", Optional.empty());
    final Inquiries inquiries = inquiries();
    final Colleagues colleagues = new Colleagues(inquiries);
    final Categorizer categorizer = new DirectoryCategorizer(inquiries, colleagues, () -> settings, events);
    /** What the next message is. */
    Optional<Address> sender = Optional.of(Address.of("stranger@elsewhere.example"));
    Origin origin = ANONYMOUS;
    long size = 1_000;

    static String person(String name) {
        return "uid=" + name + ",ou=People,dc=example,dc=com";
    }

    static String group(String name) {
        return "cn=" + name + ",ou=Groups,dc=example,dc=com";
    }

    /** A mailbox of that name, whose address it is, with further attributes. @return its DN */
    String addPerson(String name, String... more) {
        return add(person(name), List.of("objectClass: inetOrgPerson", "objectClass: mailRecipient", "uid: " + name, "mailNickname: " + name,
                "proxyAddresses: SMTP:" + name + "@example.com"), more);
    }

    /** A group with an address. @return its DN */
    String addGroup(String name, String... more) {
        return add(group(name), List.of("objectClass: groupOfNames", "objectClass: mailRecipient", "cn: " + name, "mailNickname: " + name,
                "proxyAddresses: SMTP:" + name + "@example.com"), more);
    }

    /** A group without one. @return its DN */
    String addSilentGroup(String name, String... more) {
        return add(group(name), List.of("objectClass: groupOfNames", "cn: " + name), more);
    }

    /** Somebody elsewhere. @return the DN */
    String addContact(String name, String... more) {
        return add("cn=" + name + ",ou=Contacts,dc=example,dc=com", List.of("objectClass: contact", "objectClass: mailRecipient", "cn: " + name,
                "mailNickname: " + name), more);
    }

    void from(String address) {
        sender = address.isEmpty() ? Optional.empty() : Optional.of(Address.of(address));
    }

    Verdict verdict(String recipient) {
        return verdicts(recipient).get(0);
    }

    List<Verdict> verdicts(String... recipients) {
        return ask(recipients).toCompletableFuture().getNow(null);
    }

    CompletionStage<List<Verdict>> ask(String... recipients) {
        List<Recipient> rows = new ArrayList<>();
        Arrays.stream(recipients).forEach(address -> rows.add(new Recipient(rows.size(), Recipient.NO_PARENT, Address.of(address),
                Optional.empty(), Set.of(), Recipient.Progress.NEW)));
        return categorizer.categorize(message(), rows);
    }

    Message message() {
        return new Message(new MessageId(1), new ContentId(1), size, sender, Instant.EPOCH, BodyType.SEVEN_BIT, false, Optional.empty(),
                Optional.empty(), origin);
    }

    static Verdict local(String mailbox) {
        return new Verdict.Local("maildir", mailbox);
    }

    static Verdict expand(String... addresses) {
        return new Verdict.Expand(Arrays.stream(addresses).map(Address::of).toList());
    }

    /** The status of a rejection, or the kind of another verdict. */
    static String status(Verdict verdict) {
        return verdict instanceof Verdict.Reject reject ? reject.status().toString() : verdict.getClass().getSimpleName();
    }

    private Inquiries inquiries() {
        Gate<Recipients> recipients = new Gate<>("recipients", Duration.ofSeconds(1), 10, Runnable::run);
        Gate<Directory> searches = new Gate<>("directory", Duration.ofSeconds(1), 10, Runnable::run);
        recipients.bind(directory);
        searches.bind(directory);
        return new Inquiries(recipients, searches, new Outage(events, probes::add, () -> timesBack++));
    }

    private String add(String dn, List<String> attributes, String... more) {
        List<String> all = new ArrayList<>(attributes);
        all.addAll(List.of(more));
        directory.add(dn, all.toArray(String[]::new));
        return dn;
    }
}
