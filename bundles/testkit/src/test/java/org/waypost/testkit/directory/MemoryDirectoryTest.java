package org.waypost.testkit.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Position;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.directory.WriteResult;

class MemoryDirectoryTest {
    private static final String ALICE = "uid=alice,ou=People,dc=example,dc=com";

    private final MemoryDirectory directory = new MemoryDirectory().load("""
            dn: uid=alice,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            uid: alice
            l: Seattle
            proxyAddresses: SMTP:alice@example.com
            proxyAddresses: smtp:al@example.com

            dn: uid=bob,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            uid: bob
            """);

    @Test
    void filtersAndNamesDisregardCase() {
        List<Entry> found = done(directory.search(search("(&(OBJECTCLASS=INETORGPERSON)(L=seattle))"), 10));
        assertEquals(Optional.of("alice"), found.get(0).value("UID"));
        assertTrue(done(directory.read(Search.Role.DOMAIN, "UID=Alice, OU=people,DC=example,dc=com", Set.of())).isPresent());
        assertEquals(1, done(directory.byAddress("smtp:AL@example.com")).size());
        assertEquals(2, directory.searches());
        assertEquals(1, directory.lookups());
    }

    @Test
    void writesAreConditional() {
        assertInstanceOf(WriteResult.Exists.class, done(directory.write(Search.Role.DOMAIN, new DirectoryWrite.Add(ALICE, Map.of()))));
        assertInstanceOf(WriteResult.Conflict.class, replace(List.of("Boston")));
        assertInstanceOf(WriteResult.Done.class, replace(List.of("seattle")));
        assertEquals(Optional.of("Paris"), directory.entry(ALICE).orElseThrow().value("l"));
        assertInstanceOf(WriteResult.Done.class, done(directory.write(Search.Role.DOMAIN, new DirectoryWrite.Delete(ALICE))));
        assertInstanceOf(WriteResult.Missing.class, replace(List.of()));
    }

    @Test
    void aWatchComparesThenTellsChangesAndGoesOnFromItsPosition() {
        Listener listener = new Listener();
        UUID alice = directory.entry(ALICE).orElseThrow().id();
        try (var watching = directory.watch(watch(Optional.empty()), listener)) {
            assertEquals(List.of("COMPARISON_BEGINS[]", "COMPARISON[+" + alice + "]", "COMPARISON_ENDS[]"), listener.told());
            directory.set(ALICE, "l", "Boston");
            assertEquals(List.of("CHANGES[-" + alice + "]"), listener.told());
        }
        directory.set(ALICE, "l", "Seattle");
        assertEquals(List.of(), listener.told());
        directory.watch(watch(listener.position), listener);
        assertEquals(List.of("CHANGES[+" + alice + "]"), listener.told());
        directory.failover();
        assertEquals(3, listener.told().size());
    }

    @Test
    void whileAwayNothingIsAnsweredAndWatchesAreTold() {
        Listener listener = new Listener();
        directory.watch(watch(Optional.empty()), listener);
        listener.told();
        directory.away();
        assertEquals(List.of("interrupted"), listener.told());
        CompletionException failure = assertThrows(CompletionException.class, () -> done(directory.byDn(ALICE)));
        assertInstanceOf(DirectoryAwayException.class, failure.getCause());
        directory.delete(ALICE);
        assertEquals(List.of(), listener.told());
        directory.back();
        assertEquals(1, listener.told().size());
    }

    @Test
    void aWatchThatIsRefusedIsInterruptedOnce() {
        Listener listener = new Listener();
        try (var watching = directory.watch(new Watch(Search.Role.DOMAIN, "", "(broken", Set.of(), Optional.empty()), listener)) {
            assertEquals(List.of("interrupted"), listener.told());
        }
    }

    private WriteResult replace(List<String> expected) {
        return done(directory.write(Search.Role.DOMAIN, new DirectoryWrite.Replace(ALICE, Map.of("l", List.of("Paris")),
                Optional.of(new DirectoryWrite.Assertion("l", expected)))));
    }

    private static Watch watch(Optional<Position> from) {
        return new Watch(Search.Role.DOMAIN, "", "(l=Seattle)", Set.of(), from);
    }

    private static Search search(String filter) {
        return new Search(Search.Role.DOMAIN, "", Search.Scope.SUBTREE, filter, Set.of());
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static final class Listener implements ChangeListener {
        private final List<String> told = new ArrayList<>();
        private Optional<Position> position = Optional.empty();

        @Override
        public CompletionStage<Void> changed(ChangeBatch batch) {
            told.add(batch.kind() + batch.changes().stream()
                    .map(change -> (change instanceof DirectoryChange.Deleted ? "-" : "+") + change.id()).toList().toString());
            position = batch.position().or(() -> position);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void interrupted(String reason) {
            told.add("interrupted");
        }

        List<String> told() {
            List<String> copy = List.copyOf(told);
            told.clear();
            return copy;
        }
    }
}
