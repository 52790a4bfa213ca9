package org.waypost.directory.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health(Duration.ofSeconds(5));

    @Test
    void aServerThatStartsIsSeenWithinASecondAndADeadOneIsLeftAlone() {
        assertEquals(List.of(1L), seconds(15).distinct().toList());
        assertEquals(List.of(2L, 4L, 5L, 5L), seconds(4).toList());
        health.up();
        assertEquals(List.of(1L), seconds(15).distinct().toList());
    }

    private Stream<Long> seconds(int probes) {
        return Stream.generate(health::nextPause).limit(probes).map(Duration::toSeconds);
    }
}
