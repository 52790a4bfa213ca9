package org.waypost.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneIsNotMany() {
        assertEquals("0 messages", Counted.of(0, "message"));
        assertEquals("1 message", Counted.of(1, "message"));
        assertEquals("1200 messages", Counted.of(1200, "message"));
        assertEquals("1 queue is", Counted.of(1, "queue is", "queues are"));
        assertEquals("2 queues are", Counted.of(2, "queue is", "queues are"));
    }
}
