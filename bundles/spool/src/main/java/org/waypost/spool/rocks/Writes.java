package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.mail.ContentId;
import org.waypost.spool.Change;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;

/** Changing the spool: contents that are files first, then the rows that name them. */
final class Writes {
    private final Database database;
    private final ContentFiles files;
    private final Disk disk;
    private final PendingCommits pending;
    private final FreeSpace space;
    private final ContentTurns turns = new ContentTurns();
    private volatile int inlineBelow;

    Writes(Store store, Disk disk, PendingCommits pending, FreeSpace space, int inlineBelow) {
        database = store.database();
        files = store.files();
        this.disk = disk;
        this.pending = pending;
        this.space = space;
        this.inlineBelow = inlineBelow;
    }

    void inlineBelow(int octets) {
        inlineBelow = octets;
    }

    CompletionStage<Void> append(ContentId id, long offset, ByteBuffer bytes) {
        space.need();
        return turns.inTurn(id, () -> disk.run(() -> {
            files.write(id, offset, bytes);
            return null;
        }));
    }

    /** Removes a content file that belongs to no message. */
    CompletionStage<Boolean> discard(ContentId id) {
        return turns.inTurn(id, () -> disk.run(() -> {
            boolean unused = !database.get(Table.CONTENT, Keys.id(id.value()), new byte[ContentRow.HEADER]);
            if (unused) {
                files.delete(id);
            }
            return unused;
        }));
    }

    CompletionStage<Void> apply(List<Change> changes, boolean synced) {
        Deque<NewMessage> inFiles = new ArrayDeque<>();
        List<Change> rows = new ArrayList<>(changes.size());
        for (Change change : changes) {
            if (change instanceof Change.Accept accept) {
                space.need();
                rows.add(accept(accept.message(), inFiles));
            } else {
                rows.add(change);
            }
        }
        return afterFiles(inFiles, () -> {
            Commit commit = Commit.of(rows, synced);
            pending.add(commit);
            return commit.done();
        });
    }

    private Change accept(NewMessage fresh, Deque<NewMessage> inFiles) {
        ContentId id = fresh.message().content();
        if (fresh.content() instanceof Content.Stored stored && !stored.id().equals(id)
                || fresh.content() instanceof Content.Shared shared && !shared.id().equals(id)) {
            throw new IllegalArgumentException("message " + fresh.message().id() + " names another content than it brings");
        }
        Content content = fresh.content();
        if (content instanceof Content.Inline && content.size() > inlineBelow) {
            inFiles.add(fresh);
            content = new Content.Stored(id, content.size());
        } else if (content instanceof Content.Stored) {
            inFiles.add(fresh);
        }
        return new Change.Accept(new NewMessage(fresh.message(), fresh.recipients(), content));
    }

    /** The turn of each file lasts until the rows are made, so that no sweep comes between. */
    private CompletionStage<Void> afterFiles(Deque<NewMessage> inFiles, Supplier<CompletionStage<Void>> rows) {
        NewMessage next = inFiles.stream().min(Comparator.comparing(fresh -> fresh.message().content().value())).orElse(null);
        if (next == null) {
            return rows.get();
        }
        inFiles.removeIf(fresh -> fresh.message().content().equals(next.message().content()));
        return turns.inTurn(next.message().content(), () -> disk.run(() -> makeDurable(next))
                .thenCompose(nothing -> afterFiles(inFiles, rows)));
    }

    private Void makeDurable(NewMessage fresh) throws IOException {
        ContentId id = fresh.message().content();
        if (fresh.content() instanceof Content.Inline inline) {
            long offset = 0;
            for (ByteBuffer part : inline.parts()) {
                files.write(id, offset, part);
                offset += part.remaining();
            }
        }
        files.sync(id, fresh.content().size());
        return null;
    }
}
