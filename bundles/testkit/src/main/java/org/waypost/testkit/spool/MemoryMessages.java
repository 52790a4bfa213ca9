package org.waypost.testkit.spool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.spool.Change;
import org.waypost.spool.NewMessage;
import org.waypost.spool.StoredMessage;

/** The messages of a {@link MemorySpool}. Guarded by the spool. */
final class MemoryMessages {
    private record Entry(Message message, TreeMap<Integer, Recipient> recipients) {
        StoredMessage stored() {
            return new StoredMessage(message, List.copyOf(recipients.values()));
        }
    }

    private final TreeMap<MessageId, Entry> entries = new TreeMap<>();
    private final MemoryContents contents;

    MemoryMessages(MemoryContents contents) {
        this.contents = contents;
    }

    int size() {
        return entries.size();
    }

    Optional<StoredMessage> find(MessageId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::stored);
    }

    List<StoredMessage> list(Optional<MessageId> after, int limit) {
        Map<MessageId, Entry> rest = after.isPresent() ? entries.tailMap(after.get(), false) : entries;
        return rest.values().stream().limit(limit).map(Entry::stored).toList();
    }

    /** @return the messages that are new */
    List<StoredMessage> apply(List<Change> changes) {
        Set<ContentId> brought = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Accept accept && !entries.containsKey(accept.message().message().id())) {
                contents.check(accept.message().message().content(), accept.message().content(), brought);
            }
        }
        List<StoredMessage> accepted = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Accept accept) {
                accept(accept.message()).ifPresent(accepted::add);
            }
        }
        changes.forEach(this::applyRest);
        return accepted;
    }

    private void applyRest(Change change) {
        if (change instanceof Change.Put put) {
            Entry entry = entries.get(put.message());
            if (entry != null) {
                entry.recipients().put(put.recipient().number(), put.recipient());
            }
        } else if (change instanceof Change.Remove remove) {
            Entry entry = entries.get(remove.message());
            if (entry != null) {
                entry.recipients().remove(remove.recipient());
            }
        } else if (change instanceof Change.RemoveMessage remove) {
            Entry entry = entries.remove(remove.message());
            if (entry != null) {
                contents.release(entry.message().content());
            }
        }
    }

    private Optional<StoredMessage> accept(NewMessage fresh) {
        Message message = fresh.message();
        if (entries.containsKey(message.id())) {
            return Optional.empty();
        }
        Entry entry = new Entry(message, new TreeMap<>());
        fresh.recipients().forEach(r -> entry.recipients().put(r.number(), r));
        contents.take(message.content(), fresh.content());
        entries.put(message.id(), entry);
        return Optional.of(entry.stored());
    }
}
