package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.State;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.routing.Router.Route;
import org.waypost.spool.StoredMessage;

/**
 * Whatever happens in whatever order: each accepted recipient is in exactly one visible queue until it
 * is done, is delivered once or reported once, and in the end nothing is left.
 */
class InvariantTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRecipientIsInExactlyOneQueue(long seed) {
        EngineRig rig = new EngineRig(folder);
        rig.run();
        Random random = new Random(seed);
        rig.aliases.put("team@here.example", List.of("m1@here.example", "m2@h1.example", "m3@here.example"));
        rig.verdicts.put("list@here.example", new Verdict.Bifurcate(Optional.of(Address.of("owner@here.example")),
                List.of(Address.of("m1@here.example"), Address.of("m2@h1.example"), Address.of("team@here.example"))));
        for (int step = 0; step < 400; step++) {
            disturb(rig, random);
            rig.run();
            check(rig, seed + "/" + step);
        }
        calm(rig);
        assertEquals(0, rig.memory.size(), "nothing is left");
        List<String> delivered = new ArrayList<>(rig.smtp.delivered());
        delivered.addAll(rig.maildir.delivered());
        assertEquals(delivered.size(), Set.copyOf(delivered).size(), "nothing is delivered twice");
        assertTrue(delivered.size() > 50, "enough happened");
    }

    private static void disturb(EngineRig rig, Random random) {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> rig.send(IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> address(random))
                    .distinct().toArray(String[]::new));
            case 4 -> rig.smtp.answers(delivery -> any(delivery, random));
            case 5 -> rig.maildir.answers(delivery -> any(delivery, random));
            case 6 -> rig.smtp.waits();
            case 7 -> rig.smtp.finishAll();
            case 8 -> rig.pass(Duration.ofSeconds(random.nextInt(1_000)));
            case 9 -> rig.router = (message, to, server) -> CompletableFuture.completedStage(new Route.Unreachable("down"));
            case 10 -> {
                rig.router = new EngineRig(rig.folder.resolve("spare")).router;
                rig.engine.routesChanged();
            }
            case 11 -> rig.replaceSpool();
            case 12 -> hold(rig.queue(), "smtp:h" + random.nextInt(3) + ".example", random);
            case 13 -> letGo(rig.queue(), "smtp:h" + random.nextInt(3) + ".example", random);
            case 14 -> force(rig.queue(), "smtp:h" + random.nextInt(3) + ".example", random);
            default -> rig.memory.full(random.nextBoolean());
        }
    }

    private static CompletionStage<?> hold(Queue queue, String name, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> queue.disableOutbound("random");
            case 1, 2 -> queue.disable(name);
            default -> queue.freeze(name);
        };
    }

    private static CompletionStage<?> force(Queue queue, String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> queue.retryAll();
            case 1 -> queue.find(MessageFilter.inQueue(name), Optional.empty(), 1).thenCompose(page -> page.messages().isEmpty()
                    ? queue.retryAll() : queue.retry(page.messages().get(0).message().id(), MessageFilter.ALL));
            default -> queue.retry(name);
        };
    }

    private static CompletionStage<?> letGo(Queue queue, String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> queue.enableOutbound();
            case 1 -> queue.enable(name);
            default -> queue.unfreeze(name);
        };
    }

    private static String address(Random random) {
        int kind = random.nextInt(6);
        return random.nextInt(8) == 0 ? "list@here.example" : kind == 0 ? "team@here.example" : kind == 1 ? "nobody@here.example"
                : "u" + random.nextInt(50) + (kind < 4 ? "@here.example" : "@h" + random.nextInt(3) + ".example");
    }

    private static DeliveryResult any(Delivery delivery, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new DeliveryResult.HopDown(EnhancedStatus.of("4.4.1"), "no answer");
            case 1 -> new DeliveryResult.Returned("replaced");
            default -> new DeliveryResult.Done(delivery.targets().stream().map(target -> outcome(random)).toList());
        };
    }

    private static Outcome outcome(Random random) {
        Outcome.Kind kind = Outcome.Kind.values()[random.nextInt(Outcome.Kind.values().length)];
        String status = kind == Outcome.Kind.FAILED ? "5.1.1" : kind == Outcome.Kind.DEFERRED ? "4.2.1" : "2.0.0";
        return new Outcome(kind, EnhancedStatus.of(status), "random", "", true);
    }

    private static void check(EngineRig rig, String where) {
        Map<MessageId, QueuedMessage> seen = new HashMap<>();
        Map<String, Integer> counted = new HashMap<>();
        rig.ask(rig.queue().find(MessageFilter.ALL, Optional.empty(), Integer.MAX_VALUE)).messages().forEach(m -> seen.put(m.message().id(), m));
        for (QueuedMessage message : seen.values()) {
            message.recipients().stream().map(QueuedMessage.Place::queue).distinct()
                    .forEach(queue -> counted.merge(queue, 1, Integer::sum));
        }
        for (StoredMessage stored : rig.memory.list(Optional.empty(), Integer.MAX_VALUE).toCompletableFuture().join()) {
            List<Integer> waiting = stored.recipients().stream().filter(row -> row.progress().state() == State.WAITING)
                    .map(Recipient::number).toList();
            QueuedMessage shown = seen.remove(stored.message().id());
            List<Integer> visible = shown == null ? List.of()
                    : shown.recipients().stream().map(place -> place.recipient().number()).toList();
            assertEquals(waiting, visible, where + " " + stored.message().id());
        }
        assertEquals(Map.of(), seen, where);
        for (QueueStatus status : rig.ask(rig.queue().queues())) {
            assertEquals(counted.getOrDefault(status.name(), 0), status.messages(), where + " " + status.name());
        }
    }

    private static void calm(EngineRig rig) {
        rig.memory.full(false);
        rig.router = new EngineRig(rig.folder.resolve("spare")).router;
        rig.smtp.isUp();
        rig.maildir.isUp();
        rig.smtp.finishAll();
        rig.maildir.finishAll();
        for (QueueStatus status : rig.ask(rig.queue().queues())) {
            rig.queue().unfreeze(status.name());
            rig.queue().enable(status.name());
        }
        rig.queue().enableOutbound();
        rig.engine.routesChanged();
        rig.pass(Duration.ofHours(2));
    }
}
