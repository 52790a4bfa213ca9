package org.waypost.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waypost.event.EventViewer.Listener;
import org.waypost.event.EventViewer.Tail;
import org.waypost.event.LoggedEvent;

class TailsTest {
    private final Tails tails = new Tails();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void whoIsSlowMissesSomeAndHoldsUpNobody() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        BlockingQueue<Long> missed = new LinkedBlockingQueue<>();
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        tails.open(new Listener() {
            @Override
            public void logged(LoggedEvent event) {
                begun.add(event.text());
                await(slow);
            }

            @Override
            public void missed(long events) {
                missed.add(events);
            }
        });
        tails.logged(event(0));
        assertEquals("0", begun.poll(10, TimeUnit.SECONDS));
        tails.open(event -> heard.add(event.text()));
        for (int i = 1; i <= 1_010; i++) {
            tails.logged(event(i));
            assertEquals(String.valueOf(i), heard.poll(10, TimeUnit.SECONDS));
        }
        slow.countDown();
        assertEquals(10L, missed.poll(10, TimeUnit.SECONDS));
        tails.close();
    }

    @Test
    void afterItIsClosedNothingIsTold() throws Exception {
        Tail first = tails.open(event -> heard.add("closed one " + event.text()));
        tails.open(event -> heard.add(event.text()));
        first.close();
        tails.logged(event(1));
        assertEquals("1", heard.poll(10, TimeUnit.SECONDS));
        tails.close();
        assertTrue(heard.isEmpty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LoggedEvent event(int number) {
        LoggedEvent some = Entry.of(Instant.EPOCH, EventLogEvent.BAD_LEVEL).logged();
        return new LoggedEvent(some.time(), some.source(), some.id(), "", "", some.severity(), 0, String.valueOf(number),
                java.util.List.of(), 0);
    }
}
