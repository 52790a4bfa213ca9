package org.waypost.admin.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.waypost.directory.Entry;

/** Whether an object is still as it was read, and who changed it last as far as the directory tells. */
public final class Revision {
    /** To be read along with an object. */
    public static final Set<String> ATTRIBUTES = Set.of("modifiersName", "modifyTimestamp", "whenChanged");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int LENGTH = 16;

    private Revision() {}

    /** Equal for equal attributes, whoever wrote them. */
    public static String of(Entry entry) {
        TreeMap<String, List<String>> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        attributes.putAll(entry.attributes());
        ATTRIBUTES.forEach(attributes::remove);
        StringBuilder text = new StringBuilder(entry.id().toString());
        attributes.forEach((name, values) -> values.stream().sorted().forEach(value ->
                text.append('\n').append(name.toLowerCase(Locale.ROOT)).append('=').append(value.length()).append(':').append(value)));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static Optional<String> by(Entry entry) {
        return entry.value("modifiersName");
    }

    public static Optional<Instant> when(Entry entry) {
        return entry.value("modifyTimestamp").or(() -> entry.value("whenChanged")).filter(text -> text.length() >= 14)
                .flatMap(text -> parse(text.substring(0, 14)));
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
