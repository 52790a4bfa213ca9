package org.waypost.rus.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;

/** An address is given to one recipient only, also when one or both of two instances stamp under the lease of runs. */
class LeasedUniquenessTest {
    private static final int RECIPIENTS = 10;
    private static final int SEEDS = 300;

    private final Organization organization = new Organization().watched();
    private final Duration[] time = {Duration.ZERO};
    private final List<Steps> instances = new ArrayList<>();
    private Random random;

    @BeforeEach
    void recipients() {
        for (int i = 0; i < RECIPIENTS; i++) {
            organization.user("user" + i, "mailNickname: " + (i % 2 == 0 ? "same" : "same2"));
        }
    }

    @AfterEach
    void close() throws Exception {
        organization.close();
    }

    @Test
    void holdsForARunBesideChanges() {
        for (int seed = 0; seed < SEEDS; seed++) {
            begin(seed);
            run("one", 0);
            changes("two", 1);
            toTheEnd(seed);
        }
    }

    @Test
    void holdsForTwoRuns() {
        for (int seed = 0; seed < SEEDS; seed++) {
            begin(seed);
            run("one", 0);
            run("two", 1);
            toTheEnd(seed);
        }
    }

    @Test
    void holdsWhenTheHolderIsKilledAnywhere() {
        for (int seed = 0; seed < SEEDS; seed++) {
            begin(seed);
            run("one", 0);
            changes("two", 1);
            for (int i = 0; i < seed; i++) {
                step(seed);
            }
            instances.remove(0);
            // Started again, under its name.
            run("one", 0);
            toTheEnd(seed);
        }
    }

    @Test
    void endsALeaseThatIsDead() {
        begin(1);
        run("one", 0);
        while (!organization.directory.entry("cn=bulk,cn=Address Reservations," + Organization.DN).isPresent()) {
            step(1);
        }
        instances.clear();
        changes("two", 1);
        toTheEnd(1);
        assertTrue(organization.events.has("LEASE_ENDED", "waypost/one"));
        assertTrue(time[0].compareTo(Duration.ofMinutes(10)) > 0);
    }

    /** A process: what it waits for happens when a step of it is run; without its steps it is dead. */
    private final class Steps extends ArrayList<Runnable> {
        private static final long serialVersionUID = 1L;
        private final transient List<Runnable> waits = new ArrayList<>();
        private final transient Desk desk;

        Steps(String name) {
            desk = Desk.of(name, StepDirectory.over(organization.directory, this), organization.book.current().orElseThrow(),
                    RusSettings.DEFAULT, InstantSource.system(), new StepTimer(waits, time), organization.events);
        }
    }

    private void begin(int seed) {
        random = new Random(seed);
        instances.clear();
        for (int i = 0; i < RECIPIENTS; i++) {
            organization.directory.set(Organization.userDn("user" + i), "proxyAddresses");
        }
        found("(objectClass=waypostAddressReservation)").forEach(entry ->
                organization.directory.write(Search.Role.CONFIGURATION, new DirectoryWrite.Delete(entry.dn())));
    }

    /** @param parity of the recipients it stamps, but for some that both do */
    private void run(String name, int parity) {
        Steps steps = new Steps(name);
        instances.add(steps);
        steps.desk.lease(Long.MAX_VALUE).thenCompose(leased -> stampAll(steps, parity)).whenComplete((done, failure) -> steps.desk.release());
    }

    private void changes(String name, int parity) {
        Steps steps = new Steps(name);
        instances.add(steps);
        stampAll(steps, parity);
    }

    private CompletionStage<Void> stampAll(Steps steps, int parity) {
        Stamper stamper = steps.desk.stamper();
        List<Entry> all = found("(mailNickname=*)");
        List<CompletableFuture<?>> stages = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i / 2 % 2 == parity || i < 2) {
                stages.add(stamper.stamp(all.get(i)).toCompletableFuture());
            }
        }
        return CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
    }

    /** Time passes quickly beside the work with some seeds, so that leases are lost, and slowly with others. */
    private boolean step(int seed) {
        List<List<Runnable>> work = instances.stream().<List<Runnable>>map(steps -> steps).filter(steps -> !steps.isEmpty()).toList();
        List<List<Runnable>> waits = instances.stream().map(steps -> steps.waits).filter(steps -> !steps.isEmpty()).toList();
        boolean time = !waits.isEmpty() && (work.isEmpty() || random.nextInt(seed % 3 == 0 ? 4 : 40) == 0);
        List<List<Runnable>> from = time ? waits : work;
        if (!from.isEmpty()) {
            List<Runnable> steps = from.get(random.nextInt(from.size()));
            steps.remove(random.nextInt(steps.size())).run();
            assertUnique(seed);
        }
        return !from.isEmpty();
    }

    private void toTheEnd(int seed) {
        int count = 0;
        while (step(seed)) {
            assertTrue(count++ < 100_000, "seed " + seed + " comes to no end");
        }
        long stamped = found("(proxyAddresses=*)").size();
        assertEquals(instances.size() == 2 ? RECIPIENTS : stamped, stamped, () -> "seed " + seed + organization.events.reports());
    }

    private void assertUnique(int seed) {
        Set<String> seen = new HashSet<>();
        found("(mailNickname=*)").forEach(entry -> entry.values("proxyAddresses").forEach(address ->
                assertTrue(seen.add(address.toLowerCase()), "seed " + seed + ": " + address + " is given twice")));
    }

    private List<Entry> found(String filter) {
        List<Entry> found = new ArrayList<>();
        organization.directory.search(new Search(Search.Role.DOMAIN, "", Search.Scope.SUBTREE, filter, Set.of()), found::add);
        return found;
    }
}
