package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineThreadTest {
    private final List<RuntimeException> faults = new ArrayList<>();
    private final EngineThread thread = new EngineThread(InstantSource.system(), faults::add);

    @Test
    void aTurnComesAfterTheTasksAndWhenItIsTime() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(5);
        AtomicInteger tasks = new AtomicInteger();
        thread.execute(tasks::incrementAndGet);
        thread.start("engine-thread-test", () -> {
            turns.countDown();
            return Instant.now().plusMillis(5);
        });

        assertTrue(turns.await(10, TimeUnit.SECONDS));
        thread.close();
        assertEquals(1, tasks.get());
    }

    @Test
    void aFaultIsToldAndTheThreadGoesOn() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        thread.start("engine-thread-test", () -> Instant.MAX);
        thread.execute(() -> {
            throw new IllegalStateException("fault");
        });
        thread.execute(second::countDown);

        assertTrue(second.await(10, TimeUnit.SECONDS));
        thread.close();
        assertEquals("fault", faults.get(0).getMessage());
    }

    @Test
    void whatItHasIsDoneBeforeItEnds() {
        AtomicInteger tasks = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            thread.execute(tasks::incrementAndGet);
        }
        thread.start("engine-thread-test", () -> Instant.MAX);
        thread.close();

        assertEquals(1_000, tasks.get());
    }
}
