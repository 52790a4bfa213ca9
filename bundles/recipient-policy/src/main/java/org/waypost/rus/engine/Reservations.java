package org.waypost.rus.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.directory.WriteResult;
import org.waypost.event.EventLog;
import org.waypost.rus.lease.Container;

/**
 * Reservations of addresses: of two who add the entry of one name, the directory lets one. A reservation that is old
 * and whose address nobody has is left from a recipient that is gone, or from a process that was killed, and is taken
 * over; a young one may be about to be stamped. Any thread.
 */
final class Reservations {
    /** Active Directory takes no longer cn. */
    private static final int MAX_NAME = 64;
    private static final int TRIES = 5;
    private static final int NO_SUCH_OBJECT = 32;

    private final Directory directory;
    private final Holders holders;
    private final Container container;
    private final InstantSource clock;
    private final EventLog events;
    private final Questions<Optional<Reservation>> questions;

    Reservations(Directory directory, Holders holders, Container container, Crowd crowd, InstantSource clock, EventLog events) {
        this.directory = directory;
        this.holders = holders;
        this.container = container;
        this.clock = clock;
        this.events = events;
        this.questions = new Questions<>(this::search, Optional.empty(), crowd);
    }

    /** The reservations there are. */
    CompletionStage<Map<String, Optional<Reservation>>> of(Collection<String> keys) {
        return questions.of(keys);
    }

    /** Whether the address is reserved for this recipient now. @param key in lower case, such as {@code smtp:alice@example.com} */
    CompletionStage<Boolean> reserve(String key, UUID recipient) {
        return reserve(key, recipient, TRIES);
    }

    /**
     * Whether a reservation, if there is one, is of this recipient now, or has become so.
     *
     * @param held whether anybody has the address, asked after the reservation was read
     */
    CompletionStage<Boolean> isOpen(String key, Optional<Reservation> reservation, UUID recipient, boolean held) {
        if (reservation.isEmpty() || reservation.get().isOf(recipient)) {
            return CompletableFuture.completedStage(true);
        }
        return held || !reservation.get().isOld(clock.instant()) ? CompletableFuture.completedStage(false)
                : takeOver(key, reservation.get(), recipient);
    }

    private CompletionStage<Boolean> reserve(String key, UUID recipient, int tries) {
        if (tries == 0) {
            return CompletableFuture.completedStage(false);
        }
        return container.add(name(key), recipient.toString()).thenCompose(result -> {
            if (result instanceof WriteResult.Exists) {
                return container.read(name(key), Reservation.ATTRIBUTES).thenCompose(found -> found.isEmpty()
                        ? reserve(key, recipient, tries - 1) : claim(key, recipient, Reservation.of(found.get()), tries));
            }
            return result instanceof WriteResult.Done ? CompletableFuture.completedStage(true)
                    : CompletableFuture.failedStage(new StampRefusedException("no reservation of " + key + " below " + container.dn() + ": " + result));
        });
    }

    private CompletionStage<Boolean> claim(String key, UUID recipient, Reservation reservation, int tries) {
        boolean isOwn = reservation.isOf(recipient);
        if (isOwn && !reservation.isAgeing(clock.instant())) {
            return CompletableFuture.completedStage(true);
        }
        if (!isOwn && !reservation.isOld(clock.instant())) {
            return CompletableFuture.completedStage(false);
        }
        return holders.areFree(Set.of(key), recipient).thenCompose(free -> !free ? CompletableFuture.completedStage(false)
                : takeOver(key, reservation, recipient).thenCompose(done -> done
                        ? CompletableFuture.completedStage(true) : reserve(key, recipient, tries - 1)));
    }

    /** The condition makes one of several win; whoever reads it later finds it young. */
    private CompletionStage<Boolean> takeOver(String key, Reservation reservation, UUID recipient) {
        return container.change(name(key), reservation.text(), reservation.takenBy(recipient, clock.instant())).thenApply(result -> {
            boolean done = result instanceof WriteResult.Done;
            if (done && !reservation.isOf(recipient)) {
                events.report(RusEvent.RESERVATION_TAKEN_OVER, key, reservation.text(), recipient);
            }
            return done;
        });
    }

    private CompletionStage<Map<String, Optional<Reservation>>> search(Set<String> keys) {
        Map<String, String> names = keys.stream().collect(Collectors.toMap(Reservations::name, key -> key));
        Map<String, Optional<Reservation>> found = new HashMap<>();
        Search search = new Search(Search.Role.CONFIGURATION, container.dn(), Search.Scope.ONE_LEVEL, Filter.anyOf("cn", names.keySet()),
                Reservation.ATTRIBUTES);
        return directory.search(search, entry -> entry.value("cn").map(name -> names.get(name.toLowerCase(Locale.ROOT)))
                .ifPresent(key -> found.put(key, Optional.of(Reservation.of(entry))))).thenApply(count -> found).exceptionallyCompose(failure -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    return cause instanceof DirectoryRefusedException refused && refused.resultCode() == NO_SUCH_OBJECT
                            ? CompletableFuture.completedStage(Map.of()) : CompletableFuture.failedStage(cause);
                });
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
