package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
public final class Command {
    private Command() {}

    /**
     * @param output standard output and error together
     */
    public record Result(List<String> words, int exit, String output) {
        /** @throws AssertionError with the output, unless the program succeeded */
        public Result succeeded() {
            if (exit != 0) {
                throw new AssertionError(String.join(" ", words) + " ended with " + exit + ":\n" + output);
            }
            return this;
        }
    }

    /** Runs it with closed input. */
    public static Result run(Duration limit, String... words) {
        return run(limit, "", List.of(words));
    }

    /** @throws AssertionError if it does not end in time; it is then killed */
    public static Result run(Duration limit, String input, List<String> words) {
        try {
            Path output = Files.createTempFile("itests", ".out");
            try {
                return new Result(words, exit(limit, input, words, output), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", words), e);
        }
    }

    private static int exit(Duration limit, String input, List<String> words, Path output) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes());
        } catch (IOException e) {
            // A program that ends without reading its input is judged by its exit code.
        }
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", words) + " did not end:\n" + Files.readString(output));
    }
}
