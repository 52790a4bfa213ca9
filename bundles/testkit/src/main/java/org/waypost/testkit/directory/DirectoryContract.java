package org.waypost.testkit.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.authentication.Authentication;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.Entry;
import org.waypost.directory.Position;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.directory.WriteResult;

/** What every {@link Directory} does with every server. Each test has a container of its own. */
public abstract class DirectoryContract {
    private static final AtomicInteger CONTAINERS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long POLL_NANOS = 20_000_000;

    private String container;
    private People people;
    private DirectoryPeer peer;
    private DirectoryPeer.Opened opened;

    /** The server, running. */
    protected abstract DirectoryPeer peer();

    @BeforeEach
    void open() {
        peer = peer();
        String name = "t" + CONTAINERS.incrementAndGet() + "x" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        container = "ou=" + name + "," + peer.suffix();
        people = new People(container, peer.personClasses());
        peer.load("dn: " + container + "\nobjectClass: organizationalUnit\nou: " + name + "\n");
        opened = peer.open();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    // Searches and writes

    @Test
    void aSearchFindsMoreThanAServerGivesAtOnce() throws Exception {
        StringBuilder ldif = new StringBuilder();
        int many = peer.many();
        for (int i = 0; i < many; i++) {
            ldif.append(people.person("many" + i, "l: Seattle")).append('\n');
        }
        peer.load(ldif.toString());
        Set<String> names = new TreeSet<>();
        long found = get(directory().search(search("(l=Seattle)", Set.of("cn")), entry -> names.add(entry.value("cn").orElseThrow())));
        assertEquals(many, found);
        assertEquals(many, names.size());
        assertEquals(7, get(directory().search(search("(l=Seattle)", Set.of("cn")), 7)).size());
    }

    @Test
    void oneEntryIsReadByItsName() throws Exception {
        peer.load(people.person("alice", "l: Seattle", "description: one"));
        Entry alice = get(directory().read(Search.Role.DOMAIN, people.dn("alice"), Set.of("L"))).orElseThrow();
        assertEquals(List.of("Seattle"), alice.values("l"));
        assertEquals(List.of(), alice.values("description"));
        assertEquals(alice.id(), get(directory().search(search("(cn=ALICE)", Set.of()), 2)).get(0).id());
        assertTrue(get(directory().read(Search.Role.DOMAIN, people.dn("nobody"), Set.of())).isEmpty());
    }

    @Test
    void ofTwoWhoAddOneNameOneIsTold() throws Exception {
        assertInstanceOf(WriteResult.Done.class, write(people.add("bob")));
        assertInstanceOf(WriteResult.Exists.class, write(people.add("bob")));
    }

    @Test
    void aReplacementIsMadeWhileItsAssertionHolds() throws Exception {
        peer.load(people.person("carol", "l: Seattle"));
        assertInstanceOf(WriteResult.Conflict.class, write(people.replace("carol", List.of("Paris"), List.of("Boston"))));
        assertInstanceOf(WriteResult.Conflict.class, write(people.replace("carol", List.of("Paris"), List.of())));
        assertInstanceOf(WriteResult.Done.class, write(people.replace("carol", List.of("Paris"), List.of("Seattle"))));
        assertEquals(List.of("Paris"), read("carol").values("l"));
        assertInstanceOf(WriteResult.Done.class, write(people.replace("carol", List.of(), List.of("Paris"))));
        assertEquals(List.of(), read("carol").values("l"));
        assertInstanceOf(WriteResult.Done.class, write(people.replace("carol", List.of("Rome"), List.of())));
        assertInstanceOf(WriteResult.Missing.class, write(people.replace("nobody", List.of("Rome"), List.of())));
    }

    @Test
    void valuesAreReplacedByOthersThatDifferInCaseOnly() throws Exception {
        peer.load(people.person("erin", "proxyAddresses: SMTP:erin@example.com", "proxyAddresses: smtp:e@example.com"));
        Assertion before = new Assertion("proxyAddresses", List.of("SMTP:erin@example.com", "smtp:e@example.com"));
        List<String> after = List.of("smtp:erin@example.com", "SMTP:e@example.com", "smtp:third@example.com");
        assertEquals(new WriteResult.Done(),
                write(new DirectoryWrite.Replace(people.dn("erin"), Map.of("proxyAddresses", after, "l", List.of("Rome")), Optional.of(before))));
        assertEquals(Set.copyOf(after), Set.copyOf(read("erin").values("proxyAddresses")));
        assertEquals(List.of("Rome"), read("erin").values("l"));
    }

    @Test
    void aReplacementIsMadeWhileAllItsAssertionsHold() throws Exception {
        peer.load(people.person("frank", "l: Seattle", "street: Main"));
        List<String> none = List.of();
        Map<String, List<String>> wanted = Map.of("l", List.of("Paris"), "street", none, "postalCode", List.of("1"), "title", List.of("Dr"));
        assertInstanceOf(WriteResult.Conflict.class, write(frank(wanted, List.of("Seattle"), List.of("Other"), none)));
        assertInstanceOf(WriteResult.Conflict.class, write(frank(wanted, List.of("Seattle"), none, none)));
        assertInstanceOf(WriteResult.Conflict.class, write(frank(wanted, List.of("Seattle"), List.of("Main"), List.of("2"))));
        assertEquals(List.of("Seattle"), read("frank").values("l"));
        assertInstanceOf(WriteResult.Done.class, write(frank(wanted, List.of("Seattle"), List.of("Main"), none)));
        Entry now = get(directory().read(Search.Role.DOMAIN, people.dn("frank"), wanted.keySet())).orElseThrow();
        wanted.forEach((attribute, values) -> assertEquals(values, now.values(attribute), attribute));
    }

    private DirectoryWrite frank(Map<String, List<String>> wanted, List<String> town, List<String> street, List<String> code) {
        return new DirectoryWrite.Replace(people.dn("frank"), wanted,
                List.of(new Assertion("l", town), new Assertion("street", street), new Assertion("postalCode", code)));
    }

    @Test
    void ofManyWritesAtOnceEachIsMadeOrNotByItself() throws Exception {
        peer.load(people.person("here", "l: Seattle"));
        Mirror mirror = new Mirror();
        try (var watching = watch(mirror, "(cn=*)")) {
            until(() -> mirror.values("cn").equals(Set.of("here")), mirror);
            assertEquals(Set.of("Done"), kinds(150, i -> people.add("new" + i)));
            assertEquals(Set.of("Done", "Exists"), kinds(150, i -> people.add(i % 50 == 0 ? "other" + i : "new" + i)));
            assertEquals(Set.of("Done", "Missing", "Conflict"), kinds(150, i -> i % 7 == 0 ? people.replace("here", List.of("Rome"), List.of("Paris"))
                    : i % 11 == 0 ? new DirectoryWrite.Delete(people.dn("nobody" + i)) : people.replace("new" + i, List.of("Rome"), List.of())));
            assertEquals(List.of("Seattle"), read("here").values("l"));
            assertEquals(List.of("Rome"), read("new149").values("l"));
            until(() -> mirror.entries().size() == 154 && mirror.values("l").equals(Set.of("Rome", "Seattle")), mirror);
        }
    }

    @Test
    void whatWasDeletedIsMissing() throws Exception {
        peer.load(people.person("dave"));
        assertInstanceOf(WriteResult.Done.class, write(new DirectoryWrite.Delete(people.dn("dave"))));
        assertInstanceOf(WriteResult.Missing.class, write(new DirectoryWrite.Delete(people.dn("dave"))));
    }

    @Test
    void anEntryIsDeletedWhileItHasExactlyWhatIsAsserted() throws Exception {
        peer.load(people.person("grace", "l: Seattle", "proxyAddresses: SMTP:g@example.com", "proxyAddresses: smtp:h@example.com"));
        Assertion town = new Assertion("l", List.of("Seattle"));
        Assertion addresses = new Assertion("proxyAddresses", List.of("smtp:h@example.com", "SMTP:g@example.com"));
        assertInstanceOf(WriteResult.Conflict.class, write(delete("grace", addresses, new Assertion("l", List.of("Paris")))));
        assertInstanceOf(WriteResult.Conflict.class, write(delete("grace", addresses, new Assertion("l", List.of()))));
        assertInstanceOf(WriteResult.Conflict.class, write(delete("grace", town, new Assertion("proxyAddresses", List.of("SMTP:g@example.com")))),
                "it has one more");
        assertInstanceOf(WriteResult.Done.class, write(delete("grace", town, addresses, new Assertion("description", List.of()))));
        assertInstanceOf(WriteResult.Missing.class, write(delete("grace", town)));
    }

    private DirectoryWrite delete(String name, Assertion... assertions) {
        return new DirectoryWrite.Delete(people.dn(name), List.of(assertions));
    }

    // Watches

    @Test
    void aWatchTellsWhatIsThereAndThenWhatChanges() throws Exception {
        peer.load(people.person("alice", "l: Seattle"));
        Mirror mirror = new Mirror();
        try (var watching = watch(mirror, "(cn=*)")) {
            until(() -> mirror.values("cn").equals(Set.of("alice")), mirror);
            var id = mirror.entries().keySet().iterator().next();
            peer.load(people.person("bob"));
            until(() -> mirror.values("cn").equals(Set.of("alice", "bob")), mirror);
            peer.load(people.change("alice", "l", "Boston"));
            until(() -> mirror.values("l").equals(Set.of("Boston")), mirror);
            peer.load("dn: " + people.dn("alice") + "\nchangetype: modrdn\nnewrdn: cn=alison\ndeleteoldrdn: 1\n");
            until(() -> mirror.values("cn").equals(Set.of("alison", "bob")), mirror);
            assertEquals(List.of("alison"), mirror.entries().get(id).values("cn"));
            peer.load("dn: " + people.dn("bob") + "\nchangetype: delete\n");
            until(() -> mirror.values("cn").equals(Set.of("alison")), mirror);
        }
    }

    @Test
    void whoCeasesToMatchIsGone() throws Exception {
        peer.load(people.person("alice", "l: Seattle") + "\n" + people.person("bob", "l: Boston"));
        Mirror mirror = new Mirror();
        try (var watching = watch(mirror, "(l=Seattle)")) {
            until(() -> mirror.values("cn").equals(Set.of("alice")), mirror);
            peer.load(people.change("alice", "l", "Boston"));
            until(() -> mirror.values("cn").isEmpty(), mirror);
            peer.load(people.change("bob", "l", "Seattle"));
            until(() -> mirror.values("cn").equals(Set.of("bob")), mirror);
        }
    }

    @Test
    void aWatchGoesOnFromItsPosition() throws Exception {
        peer.load(people.person("changed", "l: Seattle") + "\n" + people.person("deleted", "l: Seattle") + "\n" + people.person("left", "l: Seattle")
                + "\n" + people.person("stays", "l: Seattle"));
        Mirror mirror = new Mirror();
        try (var watching = watch(mirror, "(l=Seattle)")) {
            until(() -> mirror.entries().size() == 4 && mirror.position().isPresent(), mirror);
        }
        reopen();
        peer.load(people.change("changed", "description", "new"));
        peer.load("dn: " + people.dn("deleted") + "\nchangetype: delete\n");
        peer.load(people.change("left", "l", "Boston"));
        peer.load(people.person("added", "l: Seattle"));
        try (var watching = watch(mirror, "(l=Seattle)")) {
            until(() -> mirror.values("cn").equals(Set.of("added", "changed", "stays")) && mirror.values("description").equals(Set.of("new")), mirror);
        }
    }

    @Test
    void aServerThatWasAwayIsFollowedAgain() throws Exception {
        peer.load(people.person("alice") + "\n" + people.person("bob"));
        Mirror mirror = new Mirror();
        try (var watching = watch(mirror, "(cn=*)")) {
            until(() -> mirror.entries().size() == 2 && mirror.position().isPresent(), mirror);
            peer.stop();
            until(() -> mirror.interruptions() == 1, mirror);
            peer.start();
            peer.load("dn: " + people.dn("bob") + "\nchangetype: delete\n\n" + "dn: " + people.dn("carol") + "\nchangetype: add\n"
                    + people.body("carol"));
            until(() -> mirror.values("cn").equals(Set.of("alice", "carol")), mirror);
            assertEquals(1, mirror.interruptions());
        }
    }

    @Test
    void aPositionOfAnotherServerLeadsToAComparison() throws Exception {
        peer.load(people.person("alice"));
        Mirror mirror = new Mirror();
        try (var watching = watch(mirror, "(cn=*)")) {
            until(() -> mirror.position().isPresent(), mirror);
        }
        peer.load("dn: " + people.dn("alice") + "\nchangetype: delete\n\n" + "dn: " + people.dn("bob") + "\nchangetype: add\n" + people.body("bob"));
        Position known = mirror.position().orElseThrow();
        int before = mirror.kinds().size();
        Position foreign = new Position("another", known.method(), known.cookie());
        try (var watching = directory().watch(new Watch(Search.Role.DOMAIN, container, "(cn=*)", Set.of(), Optional.of(foreign)), mirror)) {
            until(() -> mirror.values("cn").equals(Set.of("bob")), mirror);
            List<ChangeBatch.Kind> kinds = mirror.kinds().subList(before, mirror.kinds().size());
            assertEquals(ChangeBatch.Kind.COMPARISON_BEGINS, kinds.get(0));
            assertTrue(kinds.contains(ChangeBatch.Kind.COMPARISON_ENDS), kinds::toString);
        }
    }

    @Test
    void whatWasNotTakenComesAgain() throws Exception {
        peer.load(people.person("alice"));
        Mirror mirror = new Mirror();
        mirror.refuse(1);
        try (var watching = watch(mirror, "(cn=*)")) {
            until(() -> mirror.values("cn").equals(Set.of("alice")) && mirror.position().isPresent(), mirror);
            assertEquals(1, mirror.refused());
            mirror.refuse(2);
            peer.load(people.person("bob"));
            until(() -> mirror.values("cn").equals(Set.of("alice", "bob")), mirror);
            assertEquals(3, mirror.refused());
        }
    }

    @Test
    void nothingIsToldAfterTheEnd() throws Exception {
        Mirror closed = new Mirror();
        var watching = watch(closed, "(cn=*)");
        until(() -> closed.position().isPresent(), closed);
        watching.close();
        peer.load(people.person("alice"));
        Mirror other = new Mirror();
        try (var second = watch(other, "(cn=*)")) {
            until(() -> other.values("cn").equals(Set.of("alice")), other);
        }
        assertEquals(Set.of(), closed.values("cn"));
    }

    // Recipients

    @Test
    void recipientsAreFoundByAnyOfTheirAddresses() throws Exception {
        StringBuilder ldif = new StringBuilder();
        String domain = container.substring(3, container.indexOf(',')) + ".example";
        for (int i = 0; i < 50; i++) {
            ldif.append(people.person("r" + i, "proxyAddresses: SMTP:r" + i + "@" + domain, "proxyAddresses: smtp:Second" + i + "@" + domain)).append('\n');
        }
        peer.load(ldif.toString());
        List<CompletionStage<List<Entry>>> asked = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            asked.add(opened.recipients().byAddress("smtp:second" + i + "@" + domain));
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(List.of("r" + i), get(asked.get(i)).stream().flatMap(entry -> entry.value("cn").stream()).toList());
        }
        assertEquals(List.of(), get(opened.recipients().byAddress("smtp:nobody@" + domain)));
        assertEquals(List.of("r7"), get(opened.recipients().byDn(people.dn("r7"))).orElseThrow().values("cn"));
        assertTrue(get(opened.recipients().byDn(people.dn("nobody"))).isEmpty());
        assertEquals(11, get(opened.recipients().matching(container, "(cn=r1*)", 100)).size());
    }

    // Authentication

    @Test
    void aPasswordIsRightOrNot() throws Exception {
        Assumptions.assumeTrue(opened.authenticator().isPresent() && peer.login().isPresent());
        DirectoryPeer.Login login = peer.login().orElseThrow();
        var authenticator = opened.authenticator().orElseThrow();
        assertInstanceOf(Authentication.Accepted.class, get(authenticator.authenticate(login.user(), login.password().toCharArray())));
        assertInstanceOf(Authentication.Denied.class, get(authenticator.authenticate(login.user(), "wrong".toCharArray())));
        assertInstanceOf(Authentication.Denied.class, get(authenticator.authenticate(login.user(), new char[0])));
        assertInstanceOf(Authentication.Denied.class, get(authenticator.authenticate("nobody", login.password().toCharArray())));
    }

    private Directory directory() {
        return opened.directory();
    }

    private void reopen() {
        opened.close();
        opened = peer.open();
    }

    /** A watch from where the mirror is. */
    private Directory.Watching watch(Mirror mirror, String filter) {
        return directory().watch(new Watch(Search.Role.DOMAIN, container, filter, Set.of(), mirror.position()), mirror);
    }

    private Search search(String filter, Set<String> attributes) {
        return new Search(Search.Role.DOMAIN, container, Search.Scope.SUBTREE, filter, attributes);
    }

    private Entry read(String name) throws Exception {
        return get(directory().read(Search.Role.DOMAIN, people.dn(name), Set.of())).orElseThrow();
    }

    private WriteResult write(DirectoryWrite write) throws Exception {
        return get(directory().write(Search.Role.DOMAIN, write));
    }

    /** Writes that are asked for all at once. @return what became of them */
    private Set<String> kinds(int many, IntFunction<DirectoryWrite> writes) throws Exception {
        List<CompletionStage<WriteResult>> asked = IntStream.range(0, many).mapToObj(i -> directory().write(Search.Role.DOMAIN, writes.apply(i))).toList();
        Set<String> kinds = new TreeSet<>();
        for (CompletionStage<WriteResult> result : asked) {
            kinds.add(get(result).getClass().getSimpleName());
        }
        return kinds;
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void until(BooleanSupplier condition, Mirror seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            Supplier<String> state = () -> "not in time: " + seen.entries() + " " + seen.kinds() + ", interruptions: " + seen.interruptions();
            assertFalse(System.nanoTime() > end, state);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
