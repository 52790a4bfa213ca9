package org.waypost.directory.ldap.recipient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Entry;
import org.waypost.testkit.time.ManualClock;

class RecipientCacheTest {
    private static final String ADDRESS = "smtp:alice@example.com";
    private static final String DN = "uid=alice,dc=example,dc=com";

    private final ManualClock clock = new ManualClock();
    private final RecipientCache cache =
            new RecipientCache(new RecipientSettings(100, Duration.ofSeconds(60), Duration.ofSeconds(10), 10, 1), clock);
    private final Entry alice = new Entry(DN, UUID.randomUUID(), Map.of("proxyAddresses", List.of(ADDRESS)));

    @Test
    void whatIsOldIsKeptButNotTakenForTrue() {
        keep(ADDRESS, alice);
        clock.advance(Duration.ofSeconds(59));
        assertEquals(Optional.of(List.of(alice)), cache.fresh(ADDRESS));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), cache.fresh(ADDRESS));
        assertEquals(Optional.of(List.of(alice)), cache.stale(ADDRESS));
    }

    @Test
    void nobodyIsForgottenSooner() {
        keep(ADDRESS);
        assertEquals(1, cache.status().negative());
        clock.advance(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), cache.fresh(ADDRESS));
    }

    @Test
    void aChangeForgetsAllThatTellsOfTheEntry() {
        keep(ADDRESS, alice);
        keep(DN, alice);
        keep("smtp:new@example.com");
        cache.forget(alice.id(), List.of("smtp:new@example.com"));
        assertTrue(cache.stale(ADDRESS).isEmpty() && cache.stale(DN).isEmpty() && cache.stale("smtp:new@example.com").isEmpty());
        assertEquals(0, cache.status().negative());
    }

    @Test
    void whatChangedDuringALookUpIsNotKept() {
        RecipientCache.Load load = cache.begin();
        cache.forget(alice.id(), List.of());
        load.end(Map.of(ADDRESS, List.of(alice), "smtp:bob@example.com", List.of()));
        assertEquals(Optional.empty(), cache.stale(ADDRESS));
        assertEquals(Optional.of(List.of()), cache.fresh("smtp:bob@example.com"));
    }

    @Test
    void afterAGapNothingIsTakenForTrue() {
        keep(ADDRESS, alice);
        cache.doubt();
        assertEquals(Optional.empty(), cache.fresh(ADDRESS));
        keep(ADDRESS, alice);
        assertEquals(Optional.of(List.of(alice)), cache.fresh(ADDRESS));
    }

    @Test
    void itHoldsNoMoreThanItMay() {
        for (int i = 0; i < 1000; i++) {
            keep("smtp:" + i, new Entry("uid=" + i, UUID.randomUUID(), Map.of()));
        }
        assertTrue(cache.status().entries() <= 100, cache.status().toString());
    }

    private void keep(String key, Entry... entries) {
        cache.begin().end(Map.of(key, List.of(entries)));
    }
}
