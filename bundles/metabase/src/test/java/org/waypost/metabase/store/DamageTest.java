package org.waypost.metabase.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Value;
import org.waypost.testkit.metabase.MetabaseContract;

/** What was damaged on the disk is found out, and the last good version used. */
class DamageTest {
    private static final MetabaseKey KEY = MetabaseKey.of("/LM/Test");
    private static final int WRITES = 60;
    @TempDir
    private Path folder;
    private MetabaseFixture fixture;
    private Path snapshot;

    /** A folder as a hard stop leaves it. */
    @BeforeEach
    void write() throws Exception {
        snapshot = folder.resolve("snapshot");
        MetabaseFixture first = new MetabaseFixture(folder.resolve("first"));
        try (RocksMetabase metabase = first.open()) {
            count(metabase, 1, WRITES / 2);
        }
        try (RocksMetabase metabase = first.open()) {
            count(metabase, WRITES / 2 + 1, WRITES);
            copy(first.folder(), snapshot);
        }
    }

    @Test
    void flippedAndLostBytesAreFoundOut() throws Exception {
        Random random = new Random(17);
        int damaged = 0;
        for (int round = 0; round < 40; round++) {
            Path broken = folder.resolve("broken" + round);
            copy(snapshot, broken);
            damage(broken.resolve("rows"), random);
            fixture = new MetabaseFixture(broken);
            try (RocksMetabase metabase = fixture.open()) {
                long found = metabase.version();
                assertTrue(found >= WRITES / 2 && found <= WRITES, "version " + found);
                assertEquals(Optional.of(new Value.Number(found)), metabase.read(KEY).orElseThrow().value("number"));
                assertFalse(fixture.events().contains(MetabaseEvent.LOST));
                damaged += fixture.events().contains(MetabaseEvent.DAMAGED) ? 1 : 0;
                count(metabase, found + 1, found + 3);
            }
            fixture = new MetabaseFixture(broken);
            try (RocksMetabase metabase = fixture.open()) {
                assertFalse(fixture.events().contains(MetabaseEvent.DAMAGED), "it is mended");
            }
        }
        assertTrue(damaged >= 10, "only " + damaged + " were noticed");
    }

    @Test
    void withoutRowsAndWithOneDamagedCopyTheOtherIsUsed() throws Exception {
        delete(snapshot.resolve("rows"));
        Path newest;
        try (Stream<Path> copies = Files.list(snapshot.resolve("copies"))) {
            newest = copies.sorted().reduce((one, other) -> other).orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2]++;
        Files.copy(newest, snapshot.resolve("copies").resolve("0000000000000000099.copy"));
        Files.write(snapshot.resolve("copies").resolve("0000000000000000099.copy"), bytes);
        fixture = new MetabaseFixture(snapshot);
        try (RocksMetabase metabase = fixture.open()) {
            assertTrue(fixture.events().contains(MetabaseEvent.DAMAGED));
            assertTrue(metabase.version() >= WRITES / 2);
            assertTrue(metabase.history().size() == 10, "the history is there too");
        }
    }

    @Test
    void withNothingGoodItBeginsEmptyAndSaysSo() throws Exception {
        delete(snapshot.resolve("copies"));
        try (Stream<Path> files = Files.list(snapshot.resolve("rows"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[100]);
            }
        }
        fixture = new MetabaseFixture(snapshot);
        try (RocksMetabase metabase = fixture.open()) {
            assertTrue(fixture.events().contains(MetabaseEvent.LOST));
            assertEquals(0, metabase.version());
            assertTrue(Files.isDirectory(snapshot.resolve("damaged")));
        }
    }

    @Test
    void aBackupIsAFolderThatOpens() throws Exception {
        Path backup = folder.resolve("backup");
        fixture = new MetabaseFixture(folder.resolve("first"));
        List<?> before;
        try (RocksMetabase metabase = fixture.open()) {
            MetabaseContract.done(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(KEY, "password", new Value.Secret("quiet")));
            MetabaseContract.get(metabase.backup(backup));
            before = metabase.subtree(MetabaseKey.ROOT);
        }
        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file : files.toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertTrue(rights.endsWith("------"), file + " " + rights);
            }
        }
        try (RocksMetabase metabase = new MetabaseFixture(backup).open()) {
            assertEquals(before, metabase.subtree(MetabaseKey.ROOT));
        }
    }

    private static void count(Metabase metabase, long from, long to) throws Exception {
        for (long number = from; number <= to; number++) {
            MetabaseContract.done(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(KEY, "number", new Value.Number(number)));
        }
    }

    private static void damage(Path rows, Random random) throws IOException {
        try (Stream<Path> files = Files.list(rows)) {
            List<Path> full = files.filter(file -> file.toFile().length() > 0 && !file.getFileName().toString().startsWith("LOG")
                    && !file.getFileName().toString().startsWith("OPTIONS")).sorted().toList();
            Path file = full.get(random.nextInt(full.size()));
            byte[] bytes = Files.readAllBytes(file);
            int place = random.nextInt(bytes.length);
            if (random.nextInt(4) == 0) {
                Files.write(file, Arrays.copyOf(bytes, place));
            } else {
                bytes[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, IOException failure) throws IOException {
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
