package org.waypost.directory.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} amid writes, again and again: what was acknowledged is there, and it starts each time. */
class KillTest {
    private static final long SEED = 20_061;
    /** More of them by {@code -Dwaypost.kill.rounds=50}. */
    private static final int ROUNDS = Integer.getInteger("waypost.kill.rounds", 3);
    private static final String GONE = "-";

    @TempDir
    Path folder;

    private final Map<String, String> acknowledged = new TreeMap<>();
    /** Name and value of the write that was not acknowledged when the process was killed. */
    private List<String> open = List.of();

    @Test
    void losesNoAcknowledgedWrite() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Process process = writer(random.nextLong());
            try (BufferedReader lines = process.inputReader()) {
                compare(found(lines));
                follow(lines, 20 + random.nextInt(200));
                // By its handle: the other way closes the stream that still has acknowledgements in it.
                process.toHandle().destroyForcibly();
                follow(lines, Integer.MAX_VALUE);
            } finally {
                process.destroyForcibly();
                assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            }
        }
        assertTrue(acknowledged.size() > 10, acknowledged::toString);
    }

    private Process writer(long seed) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp", System.getProperty("java.class.path"),
                KilledWriter.class.getName(), folder.toString(), Long.toString(seed), "src/main/organization/organization.ldif")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Map<String, String> found(BufferedReader lines) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            assertTrue(line != null, "it did not start");
            String[] words = line.split(" ");
            found.put(words[1], words[2]);
        }
        return found;
    }

    private void compare(Map<String, String> found) {
        if (!open.isEmpty() && found.getOrDefault(open.get(0), GONE).equals(open.get(1))) {
            note(open);
        }
        assertEquals(acknowledged, found);
    }

    /** Reads until so many writes are acknowledged or the process has ended. */
    private void follow(BufferedReader lines, int writes) throws IOException {
        int left = writes;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("try ")) {
                open = List.of(line.split(" ")).subList(1, 3);
            } else if (line.equals("done")) {
                note(open);
                open = List.of();
                if (--left == 0) {
                    return;
                }
            }
        }
    }

    private void note(List<String> write) {
        if (write.get(1).equals(GONE)) {
            acknowledged.remove(write.get(0));
        } else {
            acknowledged.put(write.get(0), write.get(1));
        }
    }
}
