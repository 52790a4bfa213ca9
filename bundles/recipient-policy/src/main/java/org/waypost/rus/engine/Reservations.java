package org.waypost.rus.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.naming.ldap.Rdn;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;
import org.waypost.event.EventLog;

/**
 * Reservations of addresses: of two who add the entry of one name, the directory lets one. A reservation that is old
 * and whose address nobody has is left from a recipient that is gone, or from a process that was killed, and is taken
 * over; a young one may be about to be stamped. Any thread.
 */
final class Reservations {
    /** Far longer than a stamping takes, and than clocks differ. */
    static final Duration OLD = Duration.ofHours(1);
    /** Active Directory takes no longer cn. */
    private static final int MAX_NAME = 64;
    private static final int TRIES = 5;

    private final Directory directory;
    private final Holders holders;
    private final String container;
    private final InstantSource clock;
    private final EventLog events;

    /** @param organization the DN below which they are kept */
    Reservations(Directory directory, Holders holders, String organization, InstantSource clock, EventLog events) {
        this.directory = directory;
        this.holders = holders;
        this.container = "cn=Address Reservations," + organization;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the address is this recipient's now. @param key in lower case, such as {@code smtp:alice@example.com} */
    CompletionStage<Boolean> reserve(String key, UUID owner) {
        return reserve(key, owner, TRIES);
    }

    private CompletionStage<Boolean> reserve(String key, UUID owner, int tries) {
        if (tries == 0) {
            return CompletableFuture.completedStage(false);
        }
        Map<String, List<String>> attributes = Map.of("objectClass", List.of("waypostAddressReservation"), "cn", List.of(name(key)),
                "waypostOwner", List.of(owner.toString()));
        return directory.write(Role.CONFIGURATION, new DirectoryWrite.Add(dn(key), attributes)).thenCompose(result -> {
            if (result instanceof WriteResult.Exists) {
                return directory.read(Role.CONFIGURATION, dn(key), Set.of("waypostOwner", "modifyTimestamp", "whenChanged"))
                        .thenCompose(found -> found.isEmpty() ? reserve(key, owner, tries - 1) : claim(key, owner, found.get()));
            }
            if (result instanceof WriteResult.Done) {
                return CompletableFuture.completedStage(true);
            }
            // A server may refuse it just because the container is not there yet.
            return tries == TRIES ? makeContainer().thenCompose(made -> reserve(key, owner, tries - 1))
                    : CompletableFuture.failedStage(new StampRefusedException("no reservation " + dn(key) + ": " + result));
        });
    }

    private CompletionStage<Boolean> claim(String key, UUID owner, Entry reservation) {
        String other = reservation.value("waypostOwner").orElse("");
        if (other.equalsIgnoreCase(owner.toString())) {
            return CompletableFuture.completedStage(true);
        }
        if (!isOld(reservation)) {
            return CompletableFuture.completedStage(false);
        }
        return holders.of(List.of(key)).thenCompose(found ->
                found.get(key).isEmpty() ? takeOver(key, owner, other) : CompletableFuture.completedStage(false));
    }

    /** The condition makes one of several win; whoever reads it later finds it young. */
    private CompletionStage<Boolean> takeOver(String key, UUID owner, String other) {
        DirectoryWrite write = new DirectoryWrite.Replace(dn(key), Map.of("waypostOwner", List.of(owner.toString())),
                Optional.of(new DirectoryWrite.Assertion("waypostOwner", other.isEmpty() ? List.of() : List.of(other))));
        return directory.write(Role.CONFIGURATION, write).thenApply(result -> {
            boolean done = result instanceof WriteResult.Done;
            if (done) {
                events.report(RusEvent.RESERVATION_TAKEN_OVER, key, other, owner);
            }
            return done;
        });
    }

    private CompletionStage<WriteResult> makeContainer() {
        return directory.write(Role.CONFIGURATION, new DirectoryWrite.Add(container,
                Map.of("objectClass", List.of("msExchContainer"), "cn", List.of("Address Reservations"))));
    }

    private boolean isOld(Entry reservation) {
        Optional<Instant> changed = reservation.value("modifyTimestamp").or(() -> reservation.value("whenChanged")).flatMap(Reservations::time);
        return changed.map(time -> time.plus(OLD).isBefore(clock.instant())).orElse(false);
    }

    /** Generalized time (RFC 4517 3.3.13) as servers write it, fractions left out. */
    private static Optional<Instant> time(String text) {
        try {
            String seconds = text.substring(0, Math.min(14, text.length()));
            return Optional.of(LocalDateTime.parse(seconds, DateTimeFormatter.ofPattern("uuuuMMddHHmmss")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String dn(String key) {
        return "cn=" + Rdn.escapeValue(name(key)) + "," + container;
    }

    private static String name(String key) {
        if (key.length() <= MAX_NAME) {
            return key;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "sha:" + HexFormat.of().formatHex(digest, 0, 28);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
