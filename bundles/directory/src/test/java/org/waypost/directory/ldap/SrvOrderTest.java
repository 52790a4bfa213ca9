package org.waypost.directory.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.dns.Dns.SrvRecord;

class SrvOrderTest {
    private final SrvOrder order = new SrvOrder(new Random(7));

    @Test
    void prioritiesComeFirst() {
        SrvRecord first = new SrvRecord(1, 0, 389, "a");
        SrvRecord second = new SrvRecord(2, 100, 389, "b");
        assertEquals(List.of(first, second), order.of(List.of(second, first, new SrvRecord(0, 0, 0, "."))));
    }

    @Test
    void weightsShareWhatComes() {
        SrvRecord heavy = new SrvRecord(1, 90, 389, "heavy");
        SrvRecord light = new SrvRecord(1, 10, 389, "light");
        int heavyFirst = 0;
        for (int i = 0; i < 1000; i++) {
            heavyFirst += order.of(List.of(light, heavy)).get(0) == heavy ? 1 : 0;
        }
        assertTrue(heavyFirst > 850 && heavyFirst < 950, heavyFirst + " of 1000");
    }
}
