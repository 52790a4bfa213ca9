package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;

/** Whatever groups are members of each other, with or without addresses, in circles or not: every member gets the mail once. */
class GroupGraphTest {
    private static final int PERSONS = 20;
    private static final int GROUPS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyMemberExactlyOnce(long seed) {
        Random random = new Random(seed);
        Organization org = new Organization();
        for (int i = 0; i < PERSONS; i++) {
            org.addPerson("p" + i);
        }
        List<Set<String>> members = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            Set<String> own = members(random);
            members.add(own);
            String[] lines = own.stream().map(member -> "member: " + dn(member)).toArray(String[]::new);
            if (i == 0 || random.nextBoolean()) {
                org.addGroup("g" + i, lines);
            } else {
                org.addSilentGroup("g" + i, lines);
            }
        }

        List<String> mailboxes = deliver(org, "g0@example.com");

        assertEquals(new TreeSet<>(reachable(members)), new TreeSet<>(mailboxes));
        assertEquals(mailboxes.size(), Set.copyOf(mailboxes).size(), "nobody twice");
        assertTrue(org.events.types().isEmpty(), org.events.parameters().toString());
    }

    private static Set<String> members(Random random) {
        Set<String> members = new HashSet<>(Set.of("p" + random.nextInt(PERSONS)));
        for (int i = random.nextInt(6); i > 0; i--) {
            members.add(random.nextBoolean() ? "p" + random.nextInt(PERSONS) : "g" + random.nextInt(GROUPS));
        }
        return members;
    }

    private static String dn(String name) {
        return name.startsWith("p") ? Organization.person(name) : Organization.group(name);
    }

    /** As the queue does: what is a recipient already gets no second copy. */
    private static List<String> deliver(Organization org, String first) {
        List<String> mailboxes = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(first));
        ArrayDeque<String> waiting = new ArrayDeque<>(known);
        while (!waiting.isEmpty()) {
            Verdict verdict = org.verdict(waiting.remove());
            if (verdict instanceof Verdict.Local local) {
                mailboxes.add(local.mailbox());
            } else {
                ((Verdict.Expand) verdict).addresses().stream().map(Address::toString).filter(known::add).forEach(waiting::add);
            }
        }
        return mailboxes;
    }

    private static Set<String> reachable(List<Set<String>> members) {
        Set<String> seen = new HashSet<>(Set.of("g0"));
        ArrayDeque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (name.startsWith("g")) {
                members.get(Integer.parseInt(name.substring(1))).stream().filter(seen::add).forEach(waiting::add);
            }
        }
        seen.removeIf(name -> name.startsWith("g"));
        return seen;
    }
}
