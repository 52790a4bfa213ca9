package org.waypost.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Maildir as a mail reader sees it.
 *
 * @param folder the one that has {@code new} and {@code tmp}; it may not exist yet
 */
public record Maildir(Path folder) {
    /** Everything in {@code new}, as text, each byte one character. */
    public List<String> messages() {
        List<String> texts = new ArrayList<>();
        for (Path file : files()) {
            texts.add(read(file));
        }
        return texts;
    }

    /** Those of {@link #messages} whose files are not known, which makes them known. */
    List<String> messagesBeside(Set<Path> known) {
        return files().stream().filter(known::add).map(Maildir::read).toList();
    }

    /** Waits for a message that has the text. */
    public String await(Duration limit, String text) {
        return Poll.value(limit, "a message with " + text + " in " + folder,
                () -> messages().stream().filter(message -> message.contains(text)).findFirst());
    }

    /** Counts the messages of the load clients by their id and removes them. */
    public void harvest(MailCounts counts) {
        for (Path file : files()) {
            loadId(file).ifPresent(id -> {
                counts.arrived(id);
                delete(file);
            });
        }
    }

    /** Waits until all messages of the load clients with those ids are here, and removes them. @throws AssertionError if one is missing or here twice */
    public void holdsOnce(Duration limit, Collection<String> ids) {
        MailCounts counts = new MailCounts();
        Poll.within(limit, () -> {
            harvest(counts);
            return counts.missing(ids).isEmpty();
        });
        if (!counts.missing(ids).isEmpty() || !counts.doubled().isEmpty()) {
            throw new AssertionError("missing " + counts.missing(ids) + ", doubled " + counts.doubled());
        }
    }

    private List<Path> files() {
        Path fresh = folder.resolve("new");
        if (!Files.isDirectory(fresh)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(fresh)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> loadId(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            while (line != null && !line.isEmpty()) {
                if (line.startsWith(MailCounts.HEADER)) {
                    return Optional.of(line.substring(MailCounts.HEADER.length()).trim());
                }
                line = reader.readLine();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
