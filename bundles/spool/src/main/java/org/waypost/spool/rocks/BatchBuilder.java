package org.waypost.spool.rocks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.spool.Change;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;
import org.waypost.spool.StoredMessage;

/** Turns changes into one batch, looking at the rows as they are and as the batch will leave them. */
final class BatchBuilder {
    private final Database database;
    private final References references;
    private final Batch batch = new Batch();
    private final Map<Long, Optional<MessageRow>> messages = new HashMap<>();
    private final Map<Long, Set<Integer>> addedRecipients = new HashMap<>();
    private final List<StoredMessage> accepted = new ArrayList<>();
    private final List<ContentId> unused = new ArrayList<>();
    private long added;

    BatchBuilder(Database database) {
        this.database = database;
        references = new References(database, batch);
    }

    /**
     * Adds all of the changes, accepts first, so that a content can be shared with a message which the
     * same changes remove.
     *
     * @throws IllegalStateException if they can't be made; then none is in the batch
     */
    void add(List<Change> changes) throws IOException {
        check(changes);
        for (Change change : changes) {
            if (change instanceof Change.Accept accept) {
                accept(accept.message());
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.Put put) {
                put(put.message().value(), put.recipient());
            } else if (change instanceof Change.Remove remove) {
                batch.delete(Table.MESSAGE, Keys.recipient(remove.message().value(), remove.recipient()));
            } else if (change instanceof Change.RemoveMessage remove) {
                remove(remove.message().value());
            }
        }
    }

    Batch batch() {
        return batch;
    }

    /** Messages that are new. */
    List<StoredMessage> accepted() {
        return accepted;
    }

    /** Content files that no message needs when the batch is durable. */
    List<ContentId> unused() {
        return unused;
    }

    /** By how much the number of messages grows. */
    long growth() {
        return added;
    }

    private void check(List<Change> changes) throws IOException {
        Set<ContentId> brought = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Accept accept && message(accept.message().message().id().value()).isEmpty()) {
                check(accept.message(), brought);
            }
        }
    }

    private void check(NewMessage fresh, Set<ContentId> brought) throws IOException {
        ContentId content = fresh.message().content();
        boolean shares = fresh.content() instanceof Content.Shared;
        boolean there = references.exists(content.value()) || brought.contains(content);
        if (there != shares) {
            throw new IllegalStateException("content of message " + fresh.message().id() + (shares ? " is not" : " is already")
                    + " in the spool");
        }
        brought.add(content);
    }

    private void accept(NewMessage fresh) throws IOException {
        Message message = fresh.message();
        long id = message.id().value();
        if (message(id).isPresent()) {
            return;
        }
        boolean inFile = references.take(message.content().value(), fresh.content());
        MessageRow row = new MessageRow(message, inFile);
        messages.put(id, Optional.of(row));
        batch.put(Table.MESSAGE, Keys.id(id), row.toBytes());
        for (Recipient recipient : fresh.recipients()) {
            put(id, recipient);
        }
        accepted.add(new StoredMessage(message, fresh.recipients()));
        added++;
    }

    private void put(long id, Recipient recipient) throws IOException {
        if (message(id).isPresent()) {
            batch.put(Table.MESSAGE, Keys.recipient(id, recipient.number()), RecipientRow.toBytes(recipient));
            addedRecipients.computeIfAbsent(id, key -> new HashSet<>()).add(recipient.number());
        }
    }

    private void remove(long id) throws IOException {
        Optional<MessageRow> row = message(id);
        if (row.isEmpty()) {
            return;
        }
        Set<Integer> recipients = addedRecipients.computeIfAbsent(id, key -> new HashSet<>());
        database.scan(Table.MESSAGE, Keys.recipient(id, 0), Keys.id(id + 1), (key, value) -> recipients.add(Keys.number(key)) || true);
        recipients.forEach(number -> batch.delete(Table.MESSAGE, Keys.recipient(id, number)));
        addedRecipients.remove(id);
        batch.deleteOnce(Table.MESSAGE, Keys.id(id));
        messages.put(id, Optional.empty());
        ContentId content = row.get().message().content();
        if (references.release(content.value()) && row.get().inFile()) {
            unused.add(content);
        }
        added--;
    }

    private Optional<MessageRow> message(long id) throws IOException {
        Optional<MessageRow> known = messages.get(id);
        if (known == null) {
            byte[] bytes = database.get(Table.MESSAGE, Keys.id(id));
            known = bytes == null ? Optional.empty() : Optional.of(MessageRow.of(id, bytes));
            messages.put(id, known);
        }
        return known;
    }
}
