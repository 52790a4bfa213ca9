package org.waypost.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shell that writes rising numbers into a property of the metabase, and knows which write was acknowledged last. */
public final class CountingWriter implements AutoCloseable {
    private static final String MARK = "written-";

    private final Process process;
    private final CompletableFuture<Void> reading;
    private volatile int acknowledged;

    private CountingWriter(Process process, int before) {
        this.process = process;
        acknowledged = before;
        reading = CompletableFuture.runAsync(this::read);
    }

    /** Writes the numbers after {@code before}, {@code count} of them. */
    public static CountingWriter start(WaypostHome home, String key, String property, int before, int count) {
        String commands = IntStream.rangeClosed(before + 1, before + count)
                .mapToObj(i -> "metabase:set " + key + " " + property + " " + i + "; echo " + MARK + i).collect(Collectors.joining("; "));
        return new CountingWriter(home.spawnShell(commands), before);
    }

    public int acknowledged() {
        return acknowledged;
    }

    /** Waits for its end, which that of the server brings about. @return {@link #acknowledged} then */
    public int finish() {
        reading.join();
        return acknowledged;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.strip().matches(MARK + "\\d+")) {
                    acknowledged = Integer.parseInt(line.strip().substring(MARK.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
