package org.waypost.directory.ldap.recipient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.directory.DirectoryAwayException;

class BatcherTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Set<String>> asked = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Map<String, String>>> answers = new CopyOnWriteArrayList<>();
    private final Batcher<String> batcher = new Batcher<>(this::load, timer, 10, 1);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    /** On a slow machine the time to gather may be over before the test has said all. */
    private void onlyFullBatchesAreSent() {
        timer.shutdown();
    }

    private CompletionStage<Map<String, String>> load(Set<String> keys) {
        asked.add(keys);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }

    private void answer(int search) {
        answers.get(search).complete(asked.get(search).stream().collect(Collectors.toMap(Function.identity(), String::toUpperCase)));
    }

    @Test
    void whatComesWhileASearchIsUnderWayIsJoined() {
        onlyFullBatchesAreSent();
        List<CompletionStage<String>> first = IntStream.range(0, 10).mapToObj(i -> batcher.find("a" + i)).toList();
        assertEquals(1, asked.size());
        List<CompletionStage<String>> later = IntStream.range(0, 25).mapToObj(i -> batcher.find("b" + i)).toList();
        assertEquals(1, asked.size());
        answer(0);
        assertEquals("A3", first.get(3).toCompletableFuture().join());
        answer(1);
        answer(2);
        answer(3);
        assertEquals(List.of(10, 10, 10, 5), asked.stream().map(Set::size).toList());
        assertEquals("B24", later.get(24).toCompletableFuture().join());
    }

    @Test
    void twoOfOneKeyShareTheirAnswer() {
        CompletionStage<String> one = batcher.find("a");
        assertTrue(one == batcher.find("a"));
    }

    @Test
    void aFailureIsOfThisSearchOnly() {
        onlyFullBatchesAreSent();
        List<CompletionStage<String>> all = IntStream.range(0, 20).mapToObj(i -> batcher.find("a" + i)).toList();
        answers.get(0).completeExceptionally(new DirectoryAwayException("away"));
        answer(1);
        CompletionException failed = assertThrows(CompletionException.class, () -> all.get(0).toCompletableFuture().join());
        assertEquals(DirectoryAwayException.class, failed.getCause().getClass());
        assertEquals("A15", all.get(15).toCompletableFuture().join());
    }
}
