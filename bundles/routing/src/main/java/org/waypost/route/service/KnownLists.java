package org.waypost.route.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.waypost.categorizer.SenderLists;
import org.waypost.mail.Address;

/**
 * Keeps answers for a minute: many recipients of one message, and many messages of one sender, ask the same. A group's
 * new member passes a connector by so much later. Any thread.
 */
final class KnownLists implements SenderLists {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final CompletionStage<Set<String>> NONE = CompletableFuture.completedStage(Set.of());

    private record Key(Address sender, Set<String> dns) {}

    private record Answer(CompletionStage<Set<String>> listed, Instant asked) {}

    private final SenderLists lists;
    private final InstantSource clock;
    private final Map<Key, Answer> known = new ConcurrentHashMap<>();

    KnownLists(SenderLists lists, InstantSource clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Set<String>> listed(Optional<Address> sender, Set<String> dns) {
        if (sender.isEmpty() || dns.isEmpty()) {
            return NONE;
        }
        Instant now = clock.instant();
        Key key = new Key(sender.get(), dns);
        Answer answer = known.get(key);
        return answer != null && now.isBefore(answer.asked().plus(KEPT)) ? answer.listed() : ask(key, now);
    }

    private CompletionStage<Set<String>> ask(Key key, Instant now) {
        if (known.size() >= MOST) {
            known.clear();
        }
        Answer answer = new Answer(lists.listed(Optional.of(key.sender()), key.dns()), now);
        known.put(key, answer);
        answer.listed().whenComplete((listed, failure) -> {
            if (failure != null) {
                known.remove(key, answer);
            }
        });
        return answer.listed();
    }
}
