package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.spool.StoredMessage;

/** Looking into the spool. */
final class Reads {
    private static final byte[] END = Keys.id(-1);

    private final Database database;
    private final ContentFiles files;
    private final Disk disk;

    Reads(Store store, Disk disk) {
        database = store.database();
        files = store.files();
        this.disk = disk;
    }

    /** A content that was accepted lately is still in memory and is answered at once. */
    CompletionStage<ByteBuffer> content(ContentId id, long offset, int max) {
        byte[] key = Keys.id(id.value());
        try {
            Database.Glance glance = database.glance(Table.CONTENT, key);
            if (glance.known() && glance.row() != null && !ContentRow.isInFile(glance.row())) {
                return CompletableFuture.completedStage(ContentRow.part(glance.row(), offset, max));
            }
        } catch (IOException e) {
            return CompletableFuture.failedStage(e);
        }
        return disk.run(() -> read(id, key, offset, max));
    }

    CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return disk.run(() -> {
            Page page = new Page(1);
            database.scan(Table.MESSAGE, Keys.id(id.value()), Keys.id(id.value() + 1), page);
            return page.messages().stream().findFirst();
        });
    }

    CompletionStage<List<StoredMessage>> list(Optional<MessageId> after, int limit) {
        return disk.run(() -> {
            Page page = new Page(limit);
            database.scan(Table.MESSAGE, Keys.id(after.map(id -> id.value() + 1).orElse(0L)), END, page);
            return page.messages();
        });
    }

    private ByteBuffer read(ContentId id, byte[] key, long offset, int max) throws IOException {
        byte[] row = database.get(Table.CONTENT, key);
        if (row == null) {
            throw new NoSuchElementException("no content " + new MessageId(id.value()));
        }
        return ContentRow.isInFile(row) ? files.read(id, offset, max) : ContentRow.part(row, offset, max);
    }

    /** Puts rows together to messages, up to a number of them. */
    private static final class Page implements Database.Visitor {
        private final List<StoredMessage> complete = new ArrayList<>();
        private final List<Recipient> recipients = new ArrayList<>();
        private final int limit;
        private MessageRow current;

        private Page(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean visit(byte[] key, byte[] row) {
            if (Keys.isRecipient(key)) {
                recipients.add(RecipientRow.of(Keys.number(key), row));
                return true;
            }
            finish();
            if (complete.size() == limit) {
                return false;
            }
            current = MessageRow.of(Keys.id(key), row);
            return true;
        }

        private List<StoredMessage> messages() {
            finish();
            return complete;
        }

        private void finish() {
            if (current != null) {
                complete.add(new StoredMessage(current.message(), recipients));
                recipients.clear();
                current = null;
            }
        }
    }
}
