package org.waypost.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** Answers when told to. */
    private static final class Service {
        private final List<CompletableFuture<String>> asked = new ArrayList<>();

        synchronized CompletionStage<String> ask() {
            CompletableFuture<String> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        }

        synchronized int asked() {
            return asked.size();
        }

        synchronized void answer(String text) {
            asked.forEach(answer -> answer.complete(text));
        }
    }

    @Test
    void callGoesThroughInTheCallersThread() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        gate.bind(new Service());
        Thread[] ran = new Thread[1];
        CompletionStage<String> answer = gate.call(service -> {
            ran[0] = Thread.currentThread();
            return CompletableFuture.completedStage("yes");
        });
        assertEquals("yes", done(answer));
        assertSame(Thread.currentThread(), ran[0]);
    }

    @Test
    void callWaitsForTheServiceToCome() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        CompletionStage<String> answer = gate.call(Service::ask);
        assertFalse(gate.isOpen());
        Service service = new Service();
        gate.bind(service);
        assertTrue(gate.isOpen());
        assertEquals(1, service.asked());
        service.answer("late");
        assertEquals("late", done(answer));
    }

    @Test
    void releaseClosesTheGateAndLeavesCallsInFlightToTheirEnd() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        Service old = new Service();
        gate.bind(old);
        CompletionStage<String> inFlight = gate.call(Service::ask);
        gate.release(old);
        CompletionStage<String> waiting = gate.call(Service::ask);
        assertFalse(gate.isOpen());
        assertEquals(1, old.asked());
        old.answer("the true result");
        assertEquals("the true result", done(inFlight));
        assertFalse(waiting.toCompletableFuture().isDone());
    }

    @Test
    void nothingWaitsAtAGateThatIsShut() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        CompletionStage<String> waiting = gate.call(Service::ask);
        gate.shut();
        assertInstanceOf(ServiceAwayException.class, failure(waiting));
        assertInstanceOf(ServiceAwayException.class, failure(gate.call(Service::ask)));
        Service service = new Service();
        gate.bind(service);
        gate.call(Service::ask);
        assertEquals(1, service.asked());
    }

    @Test
    void callsThatWaitAreResumedInOrder() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            gate.call(service -> CompletableFuture.completedStage(order.add(number)));
        }
        gate.bind(new Service());
        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @Test
    void callGivesUpWhenTheServiceDoesNotCome() {
        Gate<Service> gate = gate(SHORT, 10, Runnable::run);
        assertInstanceOf(ServiceAwayException.class, failure(gate.call(Service::ask)));
        Service service = new Service();
        gate.bind(service);
        assertEquals(0, service.asked(), "a call that gave up is not made");
    }

    @Test
    void noMoreCallsWaitThanAllowed() {
        Gate<Service> gate = gate(LONG, 2, Runnable::run);
        gate.call(Service::ask);
        gate.call(Service::ask);
        assertInstanceOf(ServiceAwayException.class, failure(gate.call(Service::ask)));
        Service service = new Service();
        gate.bind(service);
        assertEquals(2, service.asked());
    }

    @Test
    void unbindingWaitsForCallsInFlight() throws InterruptedException {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        Service service = new Service();
        gate.bind(service);
        CompletionStage<String> answer = gate.call(Service::ask);
        Thread unbinding = new Thread(() -> gate.unbind(service));
        unbinding.start();
        until(() -> !gate.isOpen());
        CompletionStage<String> next = gate.call(Service::ask);
        assertEquals(1, service.asked(), "a closed gate lets nobody through");
        assertTrue(unbinding.isAlive());
        service.answer("finished");
        unbinding.join(10_000);
        assertFalse(unbinding.isAlive());
        assertEquals("finished", done(answer));
        Service newer = new Service();
        gate.bind(newer);
        newer.answer("newer");
        assertEquals("newer", done(next));
    }

    @Test
    void callsThatDoNotAnswerInTimeAreToldToRetry() {
        Gate<Service> gate = new Gate<>("service", LONG, 10, Runnable::run, SHORT);
        Service service = new Service();
        gate.bind(service);
        CompletionStage<String> answer = gate.call(Service::ask);
        gate.unbind(service);
        assertInstanceOf(ServiceAwayException.class, failure(answer));
        service.answer("too late");
        assertInstanceOf(ServiceAwayException.class, failure(answer));
    }

    @Test
    void betterServiceTakesOverBeforeTheOldOneGoes() {
        Gate<Service> gate = new Gate<>("service", LONG, 10, Runnable::run, SHORT);
        Service old = new Service();
        Service better = new Service();
        gate.bind(old);
        CompletionStage<String> toOld = gate.call(Service::ask);
        gate.bind(better);
        CompletionStage<String> toBetter = gate.call(Service::ask);
        old.answer("old");
        gate.unbind(old);
        assertTrue(gate.isOpen());
        better.answer("better");
        assertEquals("old", done(toOld));
        assertEquals("better", done(toBetter));
    }

    @Test
    void failuresOfTheServiceReachTheCallerAsTheyAre() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        gate.bind(new Service());
        IllegalStateException broken = new IllegalStateException("broken");
        assertSame(broken, failure(gate.call(service -> {
            throw broken;
        })));
        assertSame(broken, rawFailure(gate.call(service -> CompletableFuture.failedStage(new CompletionException(broken)))));
        assertInstanceOf(NullPointerException.class, failure(gate.call(service -> null)));
        NoClassDefFoundError gone = new NoClassDefFoundError("org/example/Gone");
        assertSame(gone, failure(gate.call(service -> {
            throw gone;
        })));
    }

    @Test
    void failedCallsAreNotWaitedFor() {
        Gate<Service> gate = gate(LONG, 10, Runnable::run);
        Service service = new Service();
        gate.bind(service);
        gate.call(bound -> null);
        gate.call(bound -> {
            throw new IllegalStateException("broken");
        });
        long begin = System.nanoTime();
        gate.unbind(service);
        assertTrue(System.nanoTime() - begin < Gate.DRAIN.toNanos() / 2);
    }

    @Test
    void callsFailWhenNobodyResumesThem() {
        Gate<Service> gate = gate(LONG, 10, task -> {
            throw new RejectedExecutionException();
        });
        CompletionStage<String> first = gate.call(Service::ask);
        CompletionStage<String> second = gate.call(Service::ask);
        Service service = new Service();
        gate.bind(service);
        assertInstanceOf(ServiceAwayException.class, failure(first));
        assertInstanceOf(ServiceAwayException.class, failure(second));
        long begin = System.nanoTime();
        gate.unbind(service);
        assertTrue(System.nanoTime() - begin < Gate.DRAIN.toNanos() / 2, "they are not in flight");
    }

    /** Every call is answered once by a service that was bound, however often services come and go. */
    @Test
    void noCallIsLostWhileServicesComeAndGo() throws InterruptedException {
        Gate<AtomicInteger> gate = new Gate<>("service", LONG, 100_000, Runnable::run);
        int calls = 2_000;
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        Thread caller = new Thread(() -> {
            for (int i = 0; i < calls; i++) {
                answers.add(gate.call(count -> CompletableFuture.supplyAsync(count::incrementAndGet)).toCompletableFuture());
            }
        });
        caller.start();
        List<AtomicInteger> services = new ArrayList<>();
        while (caller.isAlive()) {
            AtomicInteger service = new AtomicInteger();
            services.add(service);
            gate.bind(service);
            for (int spin = ThreadLocalRandom.current().nextInt(1_000); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            gate.unbind(service);
        }
        caller.join();
        AtomicInteger last = new AtomicInteger();
        services.add(last);
        gate.bind(last);
        answers.forEach(answer -> done(answer));
        assertEquals(calls, services.stream().mapToInt(AtomicInteger::get).sum());
    }

    /** As a module that hangs on first use does, which is taken back then. */
    @Test
    void aThreadThatTheServiceHoldsIsFreedWhenItGoes() throws InterruptedException {
        Gate<Service> gate = new Gate<>("service", LONG, 10, Runnable::run, SHORT);
        Service hanging = new Service();
        gate.bind(hanging);
        CompletableFuture<CompletionStage<String>> answer = new CompletableFuture<>();
        CompletableFuture<Boolean> interruptedAfter = new CompletableFuture<>();
        CountDownLatch held = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            answer.complete(gate.call(service -> {
                held.countDown();
                LockSupport.parkNanos(Duration.ofMinutes(10).toNanos());
                return service.ask();
            }));
            interruptedAfter.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        held.await();
        gate.unbind(hanging);
        assertFalse(done(interruptedAfter));
        assertInstanceOf(ServiceAwayException.class, failure(done(answer)));
    }

    private static Gate<Service> gate(Duration patience, int maxWaiting, Executor resumer) {
        return new Gate<>("service", patience, maxWaiting, resumer);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "did not come true in time");
            Thread.onSpinWait();
        }
    }

    private static <R> R done(CompletionStage<R> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("did not complete", e);
        }
    }

    private static Throwable failure(CompletionStage<?> stage) {
        return assertThrows(ExecutionException.class, () -> stage.toCompletableFuture().get(10, TimeUnit.SECONDS)).getCause();
    }

    private static Throwable rawFailure(CompletionStage<?> stage) {
        Throwable[] raw = new Throwable[1];
        stage.whenComplete((value, failure) -> raw[0] = failure);
        return raw[0];
    }
}
