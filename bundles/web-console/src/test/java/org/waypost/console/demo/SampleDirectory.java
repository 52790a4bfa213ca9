package org.waypost.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.Task;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.policy.RecipientPolicies.Preview;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.Run;
import org.waypost.replication.Replication;

/** A directory of two servers, one of them down; two policies, one of them faulty. */
record SampleDirectory(InstantSource clock) implements DirectoryAdmin, PolicyAdmin {
    private static final Duration TASK = Duration.ofSeconds(3);

    Answer<Task> task(String result) {
        Instant end = clock.instant().plus(TASK);
        return new Answer.Ok<>(new Task() {
            @Override
            public Optional<Answer<String>> await(Duration length) {
                return clock.instant().isBefore(end) ? Optional.empty() : Optional.of(new Answer.Ok<>(result));
            }

            @Override
            public String progress() {
                return "412 of about 1200 recipients looked at.";
            }
        });
    }

    @Override
    public Answer<Overview> status() {
        return new Answer.Ok<>(new Overview("n1", true, "cn=Waypost,cn=Services,cn=Configuration,dc=example,dc=com", "dc=example,dc=com",
                new DirectoryStatus(List.of(
                        new DirectoryStatus.Server("ldaps://dc1.example.com:636", "DOMAIN GLOBAL", "Active Directory", "UP", "", true, 4),
                        new DirectoryStatus.Server("ldaps://dc2.example.com:636", "DOMAIN", "Active Directory", "DOWN",
                                "connect to dc2.example.com [10.0.0.5]:636: connection refused", false, 0)),
                        List.of("Configuration by syncrepl of dc1.example.com"), new DirectoryStatus.Cache(812, 31, 10_000, 91_233, 1_204))));
    }

    @Override
    public Answer<List<Entry>> search(Search search, int limit) {
        return new Answer.Ok<>(List.of());
    }

    @Override
    public Answer<List<Policy>> policies() {
        return new Answer.Ok<>(List.of(new Policy("Sales", "cn=Sales,cn=Recipient Policies", 1, "(department=Sales)",
                List.of("SMTP:%g.%s@sales.example.com", "smtp:%m@example.com"), List.of("sales.example.com"), List.of("example.com"),
                Optional.empty()),
                new Policy("Broken", "cn=Broken,cn=Recipient Policies", 2, "(department=", List.of("SMTP:@example.org"), List.of(), List.of(),
                        Optional.of("The filter (department= has no closing parenthesis.")),
                new Policy("Default Policy", "cn=Default Policy", Integer.MAX_VALUE, "(mailNickname=*)", List.of("SMTP:@example.com"),
                        List.of("example.com"), List.of(), Optional.empty())));
    }

    @Override
    public Answer<Policy> policy(String name) {
        return ((Answer.Ok<List<Policy>>) policies()).value().stream().filter(policy -> policy.name().equals(name)).findFirst()
                .<Answer<Policy>>map(Answer.Ok::new).orElseGet(() -> Answer.Refused.unknown("There is no recipient policy " + name + "."));
    }

    @Override
    public Answer<Preview> preview(String recipient) {
        return recipient.contains("nobody") ? Answer.Refused.unknown("There is no recipient " + recipient + ".")
                : new Answer.Ok<>(new Preview("cn=" + recipient + ",dc=example,dc=com", Optional.of("Sales"),
                        List.of("SMTP:anna@example.com"), List.of("SMTP:Anna.Adler@sales.example.com", "smtp:anna@example.com"),
                        List.of("anna@example.com stays as a secondary address.")));
    }

    @Override
    public Answer<Task> apply(String name) {
        return task("The policy " + name + " was applied: 1200 recipients seen, 17 written.");
    }

    RecipientUpdateAdmin updates() {
        return new RecipientUpdateAdmin() {
            @Override
            public Answer<List<RecipientUpdateService.Status>> status() {
                return new Answer.Ok<>(List.of(new RecipientUpdateService.Status("example.com", "dc=example,dc=com", "n1", "RUNNING", true,
                        Optional.empty(), new Run(1200, 1200, 17, 0, 1), Optional.of(clock.instant().minusSeconds(4000)),
                        Optional.of(Duration.ofSeconds(3)))));
            }

            @Override
            public Answer<Task> update(String instance) {
                return task("3 recipients were written.");
            }

            @Override
            public Answer<Task> rebuild(String instance) {
                return task("1200 recipients seen, 17 written.");
            }

            @Override
            public Answer<String> stamping(String instance, boolean on) {
                return new Answer.Ok<>("The instance " + instance + (on ? " stamps." : " reports only."));
            }
        };
    }

    ReplicationAdmin replication() {
        return new ReplicationAdmin() {
            @Override
            public Answer<Replication.Status> status() {
                return new Answer.Ok<>(new Replication.Status("RUNNING", "syncrepl of dc1.example.com", 57,
                        Optional.of(clock.instant().minusSeconds(90)), List.of(new Replication.Fault("cn=partners,cn=SMTP,cn=n1",
                                "msExchServerBindings has no port: 192.0.2.7", clock.instant().minusSeconds(5000)))));
            }

            @Override
            public Answer<Task> resync() {
                return task("57 objects compared, nothing changed.");
            }
        };
    }
}
