package org.waypost.rus.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;

/** An address is given to one recipient only, whoever stamps at the same time and whenever somebody is killed. */
class UniquenessTest {
    private static final int RECIPIENTS = 12;

    private final Duration[] time = {Duration.ZERO};
    private final Organization organization = new Organization().watched();

    @AfterEach
    void close() throws Exception {
        organization.close();
    }

    @Test
    void holdsForTwoInstancesInAnyOrderOfTheirSteps() {
        for (int i = 0; i < RECIPIENTS; i++) {
            organization.user("user" + i, "mailNickname: " + (i % 2 == 0 ? "same" : "same2"));
        }
        for (long seed = 0; seed < 200; seed++) {
            for (int i = 0; i < RECIPIENTS; i++) {
                organization.directory.set(Organization.userDn("user" + i), "proxyAddresses");
            }
            deleteReservations();
            Random random = new Random(seed);
            List<Runnable> steps = new ArrayList<>();
            List<CompletionStage<?>> stages = new ArrayList<>();
            for (int instance = 0; instance < 2; instance++) {
                Stamper stamper = desk("rus" + instance, StepDirectory.over(organization.directory, steps), steps).stamper();
                recipients().forEach(recipient -> stages.add(stamper.stamp(recipient)));
            }
            while (!steps.isEmpty()) {
                steps.remove(random.nextInt(steps.size())).run();
                assertUnique(seed);
            }
            assertTrue(stages.stream().allMatch(stage -> stage.toCompletableFuture().isDone()));
            assertEquals(RECIPIENTS, recipients().stream().filter(entry -> !entry.values("proxyAddresses").isEmpty()).count(), "seed " + seed);
        }
    }

    @Test
    void recoversFromAKillBetweenReservationAndStamp() {
        organization.user("ann");
        List<Runnable> steps = new ArrayList<>();
        desk("rus", StepDirectory.over(organization.directory, steps), steps).stamper().stamp(recipients().get(0));
        while (reservations().size() < 2) {
            steps.remove(0).run();
        }
        assertTrue(organization.addresses("ann").isEmpty());
        assertEquals(Stamper.Outcome.WRITTEN, desk("rus", organization.directory, new ArrayList<>()).stamper().stamp(recipients().get(0)).toCompletableFuture().join());
        assertEquals(List.of("SMTP:ann@example.com"), organization.addresses("ann"));
    }

    @Test
    void takesOverWhatIsOldAndNobodyHas() {
        reserve("smtp:ann@example.com", "20200101000000Z");
        organization.user("ann");
        desk("rus", organization.directory, new ArrayList<>()).stamper().stamp(recipients().get(0)).toCompletableFuture().join();
        assertEquals(List.of("SMTP:ann@example.com"), organization.addresses("ann"));
        assertTrue(organization.events.has("RESERVATION_TAKEN_OVER", "ann@example.com"));
    }

    @Test
    void leavesToOthersWhatTheyMayBeAboutToStamp() {
        reserve("smtp:ann@example.com", "29990101000000.0Z");
        organization.user("ann");
        desk("rus", organization.directory, new ArrayList<>()).stamper().stamp(recipients().get(0)).toCompletableFuture().join();
        assertEquals(List.of("SMTP:ann2@example.com"), organization.addresses("ann"));
    }

    private void reserve(String key, String time) {
        organization.directory.add("cn=" + key + ",cn=Address Reservations," + Organization.DN, "objectClass: waypostAddressReservation",
                "waypostOwner: " + new UUID(1, 2), "modifyTimestamp: " + time);
    }

    private Desk desk(String name, Directory directory, List<Runnable> steps) {
        return Desk.of(name, directory, organization.book.current().orElseThrow(), RusSettings.DEFAULT, InstantSource.system(),
                new StepTimer(steps, time), organization.events);
    }

    private void assertUnique(long seed) {
        Set<String> seen = new TreeSet<>();
        recipients().forEach(entry -> entry.values("proxyAddresses").forEach(address -> assertTrue(seen.add(address.toLowerCase()),
                "seed " + seed + ": " + address + " is given twice")));
    }

    private List<Entry> recipients() {
        return found("(mailNickname=*)");
    }

    private List<Entry> reservations() {
        return found("(objectClass=waypostAddressReservation)");
    }

    private List<Entry> found(String filter) {
        List<Entry> found = new ArrayList<>();
        organization.directory.search(new Search(Search.Role.DOMAIN, "", Search.Scope.SUBTREE, filter, Set.of()), found::add);
        return found;
    }

    private void deleteReservations() {
        reservations().forEach(entry -> organization.directory.write(Search.Role.CONFIGURATION, new DirectoryWrite.Delete(entry.dn())));
    }
}
