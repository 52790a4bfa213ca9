package org.waypost.track.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.track.file.LogFile;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

class IndexTest {
    private static final Path NATIVES = Path.of("target", "native");
    private static final LogFile ONE = new LogFile(LocalDate.of(2026, 11, 29), 1);
    private static final LogFile TWO = ONE.next(ONE.day());
    private static final LogFile LAST = new LogFile(LocalDate.of(2026, 11, 29), 65_535);
    private static final int LINES = 2_000;
    @TempDir
    private Path folder;

    @Test
    void eachTermLeadsToItsLines() throws IOException {
        long[] ids = new Random(6).longs(2 * LINES, 0, Long.MAX_VALUE).toArray();
        for (int run = 0; run < 2; run++) {
            try (Index index = open()) {
                if (run == 0) {
                    index.add(ONE, 0, block(0, ids, 0));
                    index.add(ONE, 1, block(LINES * 10, ids, LINES));
                    index.add(TWO, 0, block(0, ids, 0));
                    index.merge(ONE);
                }
                assertEquals(2, index.summary(ONE).blocks());
                assertEquals(2 * LINES * 10, index.summary(ONE).end());
                assertEquals(LINES - 1, index.summary(TWO).last());
                for (int i = 0; i < 2 * LINES; i++) {
                    BitSet[] lines = index.lines(ONE, List.of(Term.MESSAGE.of(ids[i])), 2);
                    assertEquals(BitSet.valueOf(new long[] {}), lines[1 - i / LINES]);
                    assertEquals(i % LINES, lines[i / LINES].nextSetBit(0));
                    assertEquals(1, lines[i / LINES].cardinality());
                }
                assertEquals(LINES, index.lines(ONE, List.of(Term.KIND.of("RECEIVED")), 2)[1].cardinality());
                assertEquals(LINES * 10 + 70, index.block(ONE, 1).orElseThrow().positions()[7]);
            }
        }
    }

    @Test
    void whatIsRemovedIsGoneAndNothingElse() throws IOException {
        try (Index index = open()) {
            long[] ids = new long[LINES];
            for (LogFile file : List.of(ONE, TWO, LAST)) {
                index.add(file, 0, block(0, ids, 0));
            }
            assertEquals(Set.of(ONE, TWO, LAST), index.files());
            index.remove(ONE);
            index.remove(LAST);
            assertEquals(Set.of(TWO), index.files());
            assertEquals(Summary.NONE, index.summary(ONE));
            assertEquals(LINES, index.lines(TWO, List.of(Term.MESSAGE.of(0)), 1)[0].cardinality());
            index.add(ONE, 0, block(0, ids, 0));
            assertEquals(1, index.summary(ONE).blocks());
        }
    }

    @Test
    void aDamagedOneBeginsEmpty() throws IOException {
        try (Index index = open()) {
            index.add(ONE, 0, block(0, new long[LINES], 0));
        }
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("MANIFEST")).toList()) {
                Files.write(file, new byte[100]);
            }
        }
        try (Index index = open()) {
            assertEquals(Set.of(), index.files());
            assertFalse(index.isDamaged());
            assertFalse(index.reopen());
        }
    }

    @Test
    void textsThatDifferInCaseHaveTheSameTerm() {
        for (String text : List.of("User@A.Example", "STRASSE", "ÉCOLE", "K")) {
            assertEquals(Term.SENDER.of(text), Term.SENDER.of(text.toLowerCase(Locale.ROOT)), text);
        }
        assertTrue(Term.SENDER.of("a") != Term.RECIPIENT.of("a"));
        for (String text : List.of("Postmaster", "a@b.example", "\u00c9va@\u00e9.example", "a@b@c.example")) {
            assertEquals(Term.SENDER.of(text), Term.SENDER.of(Address.of(text)), text);
        }
        assertEquals(0, Term.HEADER.of("x") >>> 48);
    }

    @Test
    void hostsAreComparedWithoutPort() {
        assertEquals("192.0.2.1", Values.host("192.0.2.1:25"));
        assertEquals("2001:db8::1", Values.host("[2001:db8::1]:25"));
        assertEquals("2001:db8::1", Values.host("2001:db8::1"));
        assertEquals("mx.example", Values.host("mx.example."));
        assertEquals("", Values.sender("<>"));
    }

    private Index open() throws IOException {
        return new Index(folder.resolve("index"), NATIVES);
    }

    private static BlockBuilder block(long start, long[] ids, int from) {
        BlockBuilder block = new BlockBuilder(start);
        for (int i = 0; i < LINES; i++) {
            block.add(Optional.of(TrackingEvent.of(Instant.ofEpochMilli(i), TrackingKind.RECEIVED, new MessageId(ids[from + i])).build()), 10);
        }
        return block;
    }
}
