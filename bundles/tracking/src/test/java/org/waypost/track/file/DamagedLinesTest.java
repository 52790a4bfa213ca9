package org.waypost.track.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

class DamagedLinesTest {
    private static final Instant TIME = Instant.parse("2026-11-29T12:00:00.123Z");
    private static final String NASTY = "q\"b\\s/\b\f\n\r\t\u0000\u001f\u007f\u2028é漢😀</script>";
    @TempDir
    private Path folder;

    private final EventReader reader = new EventReader();
    private final TrackingEvent full = TrackingEvent.of(TIME, TrackingKind.TRANSFERRED, new MessageId(Long.MAX_VALUE)).header(NASTY)
            .sender(Optional.of(new Address("\"a b\"@x", "é.example"))).recipients(List.of(Address.of("b@b.example"), new Address(NASTY, "c.example")))
            .size(Long.MAX_VALUE).virtualServer(NASTY).queue(NASTY).connector(NASTY).remote(NASTY, "[::1]:25").tls(NASTY).text(NASTY)
            .related(new MessageId(0)).build();

    @Test
    void eachCharacterComesBackOnOneLine() {
        byte[] line = line(full);
        assertEquals(Optional.of(full), reader.event(line, 0, line.length));
        String text = new String(line, StandardCharsets.UTF_8);
        assertEquals(text.length() - 1, text.indexOf('\n'));
    }

    @Test
    void otherToolsFindTheNamesOfTheRecord() {
        TrackingEvent event = TrackingEvent.of(TIME, TrackingKind.DSN, new MessageId(1)).text("say \"5.1.1\"").related(new MessageId(2)).build();
        assertEquals("{\"time\":\"2026-11-29T12:00:00.123Z\",\"kind\":\"DSN\",\"number\":1030,\"message\":\"0000000000001\",\"size\":0,"
                + "\"text\":\"say \\\"5.1.1\\\"\",\"related\":\"0000000000002\"}\n", new String(line(event), StandardCharsets.UTF_8));
    }

    @Test
    void halfACharacterAndAnEndlessReplyAreNoObstacle() {
        byte[] line = line(TrackingEvent.of(TIME, TrackingKind.FAILED, new MessageId(1)).queue("a\ud83d").text("x".repeat(1_999) + "😀😀").build());
        TrackingEvent read = reader.event(line, 0, line.length).orElseThrow();
        assertEquals("a\ud83d", read.queue());
        assertTrue(new String(line, StandardCharsets.UTF_8).contains("\"a\\uD83D\""));
        assertEquals("x".repeat(1_999), read.text());
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() {
        String line = "{\"new\":{\"a\":[1,{}]},\"time\":\"2026-11-29T12:00:00.123Z\",\"kind\":\"DELETED\",\"message\":\"0000000000001\",\"other\":null}\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.of(TrackingEvent.of(TIME, TrackingKind.DELETED, new MessageId(1)).build()), reader.event(bytes, 0, bytes.length));
        byte[] unknown = line.replace("DELETED", "TELEPORTED").getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), reader.event(unknown, 0, unknown.length));
    }

    @Test
    void damageCostsTheDamagedLinesOnly() throws IOException {
        Random random = new Random(6);
        byte[] sound = line(full);
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = damaged(sound, random);
            reader.event(bad, 0, bad.length);
            Path file = folder.resolve("lines");
            Files.write(file, bytes(sound, bad, "\n".getBytes(StandardCharsets.UTF_8), sound, Arrays.copyOf(sound, random.nextInt(sound.length))));
            List<TrackingEvent> read = new ArrayList<>();
            long end;
            try (Lines lines = Lines.open(file)) {
                end = lines.scan(0, lines.size(), (bytes, offset, length) -> {
                    reader.event(bytes, offset, length).ifPresent(read::add);
                    return true;
                });
            }
            assertTrue(read.size() >= 2 && read.get(0).equals(full) && read.get(read.size() - 1).equals(full), "round " + round);
            long torn = Files.size(file) - end;
            assertEquals(torn, Journal.cut(file));
            assertEquals(end, Files.size(file));
        }
    }

    @Test
    void aLineWithoutEndIsTakenInPieces() throws IOException {
        Path file = folder.resolve("lines");
        byte[] sound = line(full);
        Files.write(file, bytes(new byte[5 << 20], "\n".getBytes(StandardCharsets.UTF_8), sound));
        List<TrackingEvent> read = new ArrayList<>();
        try (Lines lines = Lines.open(file)) {
            assertEquals(lines.size(), lines.scan(0, lines.size(), (bytes, offset, length) -> {
                assertTrue(length <= 1 << 20);
                reader.event(bytes, offset, length).ifPresent(read::add);
                return true;
            }));
        }
        assertEquals(List.of(full), read);
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bad = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
        for (int i = random.nextInt(8); i >= 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.asList(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] line(TrackingEvent event) {
        EventWriter writer = new EventWriter();
        writer.add(event);
        return Arrays.copyOf(writer.bytes(), writer.size());
    }
}
