package org.waypost.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.admin.Answer;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.RecipientAdmin;
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
import org.waypost.recipient.RecipientExplanation;
import org.waypost.replication.Replication;

/** A directory with one recipient, its policies, and tasks that end when they are told to. */
final class DirectoryAdmins implements DirectoryAdmin, PolicyAdmin, RecipientAdmin {
    static final String PASSWORD = "geheim";
    final CompletableFuture<Answer<String>> taskEnd = new CompletableFuture<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    volatile Search searched;

    Answer<Task> task(String what) {
        done.add(what);
        return new Answer.Ok<>(new Task() {
            @Override
            public Optional<Answer<String>> await(Duration length) {
                return Optional.ofNullable(taskEnd.getNow(null));
            }

            @Override
            public String progress() {
                return "Half done.";
            }
        });
    }

    @Override
    public Answer<Overview> status() {
        return new Answer.Ok<>(new Overview("n1", false, "cn=config", "dc=example", new DirectoryStatus(List.of(), List.of(),
                new DirectoryStatus.Cache(1, 0, 10, 2, 3))));
    }

    @Override
    public Answer<List<Entry>> search(Search search, int limit) {
        searched = search;
        return new Answer.Ok<>(List.of(new Entry("cn=a", new UUID(0, 9), Map.of("mail", List.of("a@example.com"),
                "userPassword", List.of(PASSWORD)))));
    }

    @Override
    public Answer<List<Policy>> policies() {
        return new Answer.Ok<>(List.of(new Policy("Sales", "cn=Sales", 1, "(a=b)", List.of("SMTP:@example.com"), List.of(), List.of(),
                Optional.empty())));
    }

    @Override
    public Answer<Policy> policy(String name) {
        return name.equals("Sales/West") ? new Answer.Ok<>(((Answer.Ok<List<Policy>>) policies()).value().get(0))
                : Answer.Refused.unknown("There is no recipient policy " + name + ".");
    }

    @Override
    public Answer<Preview> preview(String recipient) {
        return new Answer.Ok<>(new Preview("cn=" + recipient, Optional.empty(), List.of(), List.of(), List.of()));
    }

    @Override
    public Answer<Task> apply(String name) {
        return task("apply " + name);
    }

    @Override
    public Answer<List<RecipientExplanation.Step>> resolve(Optional<String> sender, String recipient, long size) {
        return new Answer.Ok<>(List.of(new RecipientExplanation.Step(0, recipient, "From " + sender + ", " + size + " octets.")));
    }

    RecipientUpdateAdmin updates() {
        return new RecipientUpdateAdmin() {
            @Override
            public Answer<List<RecipientUpdateService.Status>> status() {
                return new Answer.Ok<>(List.of(new RecipientUpdateService.Status("dom", "dc=example", "n1", "RUNNING", true,
                        Optional.empty(), Run.NOTHING, Optional.of(Instant.EPOCH), Optional.of(Duration.ofSeconds(3)))));
            }

            @Override
            public Answer<Task> update(String instance) {
                return task("update " + instance);
            }

            @Override
            public Answer<Task> rebuild(String instance) {
                return task("rebuild " + instance);
            }

            @Override
            public Answer<String> stamping(String instance, boolean on) {
                done.add("stamping " + instance + " " + on);
                return new Answer.Ok<>("Done.");
            }
        };
    }

    ReplicationAdmin replication() {
        return new ReplicationAdmin() {
            @Override
            public Answer<Replication.Status> status() {
                return new Answer.Ok<>(new Replication.Status("RUNNING", "syncrepl", 5, Optional.empty(), List.of()));
            }

            @Override
            public Answer<Task> resync() {
                return task("resync");
            }
        };
    }
}
