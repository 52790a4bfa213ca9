package org.waypost.link.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.link.codec.Message;
import org.waypost.link.codec.States;
import org.waypost.link.table.Ruling;
import org.waypost.link.table.Table;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;

class ExchangeTest {
    @Test
    void equalTablesSayOnlyTheirDigest() {
        Table table = table(new States(1), 3);
        assertEquals(List.of(), Exchange.receive(table, Exchange.begin(table)).answers());
    }

    @Test
    void twoServersThatKnowDifferentThingsEndWithOneDigest() {
        for (int seed = 0; seed < 200; seed++) {
            Table[] tables = diverged(seed);
            assertTrue(exchange(tables, 0, new Random(seed)) <= 20, "messages");
            assertEquals(tables[0].map(), tables[1].map());
        }
    }

    @Test
    void lostAndDoubledMessagesOnlyDelay() {
        for (int seed = 0; seed < 200; seed++) {
            Table[] tables = diverged(seed);
            Random random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                exchange(tables, 40, random);
            }
            exchange(tables, 0, random);
            assertEquals(tables[0].map(), tables[1].map());
        }
    }

    @Test
    void aMasterThatMissedTheEndOfItsTermHearsOfIt() {
        Table old = table(new States(3), 1);
        GroupState ours = old.map().groups().values().iterator().next();
        GroupState next = new Ruling(ours.ruler().orElseThrow(), ours.version().term() + 1).begin(ours);
        Step step = Exchange.receive(old.with(next), new Message.State(ours));
        assertEquals(List.of(new Message.State(next)), step.answers());
    }

    @Test
    void refusalsAreToldAndChangeNothing() {
        Table table = table(new States(4), 1);
        GroupState known = table.map().groups().values().iterator().next();
        GroupState forged = known.with(known.version(), Map.of(new Link(new UUID(1, 1), new UUID(1, 2)), "forged"));
        Step step = Exchange.receive(table, new Message.State(forged));
        assertEquals(1, step.refusals().size());
        assertEquals(table, step.table());
        assertEquals(1, Exchange.receive(table, new Message.Report(new Link(new UUID(1, 1), new UUID(1, 2)), Optional.empty())).refusals().size());
    }

    /** @return how many messages went */
    private static int exchange(Table[] tables, int lostPercent, Random random) {
        record Sent(int to, Message message) {}
        Queue<Sent> network = new ArrayDeque<>(List.of(new Sent(1, Exchange.begin(tables[0]))));
        int count = 0;
        while (!network.isEmpty()) {
            Sent sent = network.remove();
            count++;
            for (int copies = random.nextInt(100) < lostPercent ? random.nextInt(2) * 2 : 1; copies > 0; copies--) {
                Step step = Exchange.receive(tables[sent.to()], sent.message());
                tables[sent.to()] = step.table();
                assertEquals(List.of(), step.refusals());
                step.answers().forEach(answer -> network.add(new Sent(1 - sent.to(), answer)));
            }
        }
        return count;
    }

    /** Two tables of six groups, each with groups that only it knows or that it knows later states of. */
    private static Table[] diverged(int seed) {
        Random random = new Random(seed);
        Table[] tables = {Table.EMPTY, Table.EMPTY};
        for (GroupState state : table(new States(seed), 6).map().groups().values()) {
            int ahead = random.nextInt(2);
            GroupState later = new Ruling(state.ruler().orElseThrow(), state.version().term() + 1).begin(state);
            tables[ahead] = tables[ahead].with(later);
            if (random.nextBoolean()) {
                tables[1 - ahead] = tables[1 - ahead].with(state);
            }
        }
        return tables;
    }

    private static Table table(States states, int groups) {
        Table table = Table.EMPTY;
        for (int i = 0; i < groups; i++) {
            table = table.with(states.next());
        }
        return table;
    }
}
