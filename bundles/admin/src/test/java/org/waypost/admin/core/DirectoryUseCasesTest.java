package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.replication.Replication;
import org.waypost.service.Gate;
import org.waypost.testkit.directory.MemoryDirectory;

/** The directory, and its replication. */
class DirectoryUseCasesTest {
    private static final Search ALICE =
            new Search(Search.Role.DOMAIN, "", Search.Scope.SUBTREE, "(uid=alice)", Set.of("uid"));

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<Directory> gate = new Gate<>("directory", Duration.ofMillis(20), 10, Runnable::run);
    private final DirectoryUseCases admin = new DirectoryUseCases(gate, events, Duration.ofSeconds(2));
    private final MemoryDirectory directory = new MemoryDirectory();

    @Test
    void entriesAreFound() {
        gate.bind(directory);
        directory.add("uid=alice," + directory.base(Search.Role.DOMAIN), "objectClass: inetOrgPerson", "cn: Alice",
                "sn: Smith", "uid: alice");
        assertEquals(List.of("alice"), ok(admin.search(ALICE, 10)).get(0).values("uid"));
        assertEquals(directory.serverName(), ok(admin.status()).server());
        assertEquals(directory.base(Search.Role.DOMAIN), ok(admin.status()).recipientBase());
        assertTrue(reason(admin.search(ALICE, 0)).contains("from 1 to 10000"));
    }

    @Test
    void aDirectoryThatIsAwayOrRefusesIsASentence() {
        assertTrue(reason(admin.status()).startsWith("The directory access is stopped or being replaced"));
        gate.bind(directory);
        directory.away();
        assertTrue(reason(admin.search(ALICE, 10)).startsWith("No directory server answers: "));
        directory.back();
        Search broken = new Search(Search.Role.DOMAIN, "", Search.Scope.SUBTREE, "(uid=", Set.of());
        assertTrue(reason(admin.search(broken, 10)).startsWith("The directory refused that (result "));
    }

    @Test
    void replicationIsSeenAndComparedAgain() {
        Gate<Replication> replication = new Gate<>("replication", Duration.ofMillis(20), 10, Runnable::run);
        ReplicationUseCases use = new ReplicationUseCases(replication, events, Duration.ofSeconds(2));
        assertInstanceOf(Answer.Refused.class, use.resync());
        assertTrue(events.types().isEmpty());
        CompletableFuture<String> end = new CompletableFuture<>();
        replication.bind(new Replication() {
            @Override
            public Status status() {
                return new Status("COMPARING", "syncrepl of ldap://a", 12, Optional.empty(), List.of());
            }

            @Override
            public CompletionStage<String> resync() {
                return end;
            }
        });
        Task task = ok(use.resync());
        assertEquals("COMPARING, 12 objects replicated", task.progress());
        end.complete("Nothing had changed.");
        assertEquals(Optional.of(new Answer.Ok<>("Nothing had changed.")), task.await(Duration.ofSeconds(1)));
        assertEquals(List.of(AdminEvent.REPLICATION_COMPARED, AdminEvent.TASK_DONE), events.types());
    }

    private static <T> T ok(Answer<T> answer) {
        return ((Answer.Ok<T>) assertInstanceOf(Answer.Ok.class, answer, answer.toString())).value();
    }

    private static String reason(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).reason();
    }
}
