package org.waypost.track.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    private record Occurrence(long term, int line) {
    }

    @Test
    void theyComeByTermAndThenByLine() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int size = random.nextInt(20_000);
            long[] terms = random.longs(1 + random.nextInt(500), 0, 1L << (1 + random.nextInt(48))).toArray();
            Occurrences occurrences = new Occurrences();
            List<Occurrence> added = IntStream.range(0, size)
                    .mapToObj(i -> new Occurrence(terms[random.nextInt(terms.length)], i * 65_535 / Math.max(1, size))).toList();
            added.forEach(each -> occurrences.add(each.term(), each.line()));
            occurrences.sort();
            Stream<Occurrence> sorted = added.stream().sorted(Comparator.comparingLong(Occurrence::term));
            assertEquals(sorted.toList(), IntStream.range(0, occurrences.size())
                    .mapToObj(i -> new Occurrence(occurrences.term(i), occurrences.line(i))).toList(), "seed " + seed);
        }
    }

    @Test
    void theLargestTermAndLineAreKept() {
        Occurrences occurrences = new Occurrences();
        occurrences.add((1L << 48) - 1, 65_535);
        occurrences.add(0, 65_535);
        occurrences.sort();
        assertEquals(0, occurrences.term(0));
        assertEquals((1L << 48) - 1, occurrences.term(1));
        assertEquals(65_535, occurrences.line(1));
    }
}
