package org.waypost.queue.engine;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.QueuedMessage;
import org.waypost.spool.StoredMessage;

/**
 * Finds messages in the order of their ids. The engine's thread never walks through all of them: one question looks at
 * {@value #LOOK} at most, which takes it about a millisecond, and mail goes on before the next one. A small queue is read by
 * itself. What is only in the spool is read there, in the spool's own thread, and here only compared with what is in memory.
 */
final class Search {
    static final int LOOK = 5_000;

    private final Core core;
    private final Loader loader;

    Search(Core core, Loader loader) {
        this.core = core;
        this.loader = loader;
    }

    CompletionStage<MessagePage> find(MessageFilter filter, Optional<MessageId> after, int limit) {
        Match match = new Match(filter, core.now());
        Optional<JobQueue> queue = filter.queue().flatMap(core.queues()::find);
        if (queue.isPresent() && queue.get().size() <= LOOK && !isAlsoStored(queue.get())) {
            return CompletableFuture.completedStage(page(entries(queue.get(), after).iterator(), match, limit));
        }
        boolean inMemory = loader.isComplete() || !core.services().spool().isOpen() || queue.filter(q -> !isAlsoStored(q)).isPresent();
        return inMemory ? CompletableFuture.completedStage(page(core.table().after(after), match, limit)) : stored(match, after, limit);
    }

    /** Whether messages count as in it that are only in the spool. */
    private boolean isAlsoStored(JobQueue queue) {
        return queue == core.queues().submission() && !loader.isComplete();
    }

    private static List<QueuedEntry> entries(JobQueue queue, Optional<MessageId> after) {
        List<QueuedEntry> entries = new ArrayList<>();
        queue.forEach(job -> entries.add(job.entry()));
        return entries.stream().distinct().filter(entry -> after.map(id -> entry.message().id().compareTo(id) > 0).orElse(true))
                .sorted(Comparator.comparing(entry -> entry.message().id())).toList();
    }

    private MessagePage page(Iterator<QueuedEntry> entries, Match match, int limit) {
        List<QueuedMessage> found = new ArrayList<>();
        Optional<MessageId> last = Optional.empty();
        for (int looked = 0; entries.hasNext() && looked < LOOK && found.size() < limit; looked++) {
            QueuedEntry entry = entries.next();
            last = Optional.of(entry.message().id());
            if (!entry.isFinished() && match.fits(entry)) {
                found.add(entry.snapshot(core.now()));
            }
        }
        return new MessagePage(found, entries.hasNext() ? last : Optional.empty());
    }

    private CompletionStage<MessagePage> stored(Match match, Optional<MessageId> after, int limit) {
        return core.services().spool().call(spool -> spool.list(after, LOOK))
                .thenApplyAsync(listed -> page(listed, match, limit), core.executor());
    }

    private MessagePage page(List<StoredMessage> listed, Match match, int limit) {
        List<QueuedMessage> found = new ArrayList<>();
        Optional<MessageId> last = Optional.empty();
        Iterator<StoredMessage> messages = listed.iterator();
        while (messages.hasNext() && found.size() < limit) {
            StoredMessage message = messages.next();
            last = Optional.of(message.message().id());
            known(message).filter(match::fits).ifPresent(found::add);
        }
        return new MessagePage(found, messages.hasNext() || listed.size() == LOOK ? last : Optional.empty());
    }

    /** As it is in memory, if it is there; empty if it is done. */
    private Optional<QueuedMessage> known(StoredMessage message) {
        MessageId id = message.message().id();
        if (core.table().isKnown(id)) {
            return core.table().find(id).filter(entry -> !entry.isFinished()).map(entry -> entry.snapshot(core.now()));
        }
        return Optional.of(QueueView.onlyStored(message, core.queues().submission().idleState()));
    }
}
