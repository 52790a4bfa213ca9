package org.waypost.spool.rocks;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.waypost.spool.Content;

/** How many messages need each content, as a batch will leave it. Only counts above one have a row. */
final class References {
    private static final int VERSION = 1;

    private final Database database;
    private final Batch batch;
    private final Map<Long, Long> counts = new HashMap<>();
    private final Map<Long, Boolean> inFile = new HashMap<>();

    References(Database database, Batch batch) {
        this.database = database;
        this.batch = batch;
    }

    boolean exists(long content) throws IOException {
        Long count = counts.get(content);
        if (count != null) {
            return count > 0;
        }
        byte[] header = new byte[ContentRow.HEADER];
        boolean there = database.get(Table.CONTENT, Keys.id(content), header);
        if (there) {
            inFile.put(content, ContentRow.isInFile(header));
        } else {
            counts.put(content, 0L);
        }
        return there;
    }

    /**
     * One more message needs it.
     *
     * @return whether the content is a file
     */
    boolean take(long id, Content content) throws IOException {
        byte[] key = Keys.id(id);
        if (content instanceof Content.Shared) {
            exists(id);
            set(id, count(id) + 1);
        } else {
            boolean file = content instanceof Content.Stored;
            batch.put(Table.CONTENT, key, content instanceof Content.Inline inline
                    ? ContentRow.here(inline.parts(), inline.size()) : ContentRow.inFile());
            counts.put(id, 1L);
            inFile.put(id, file);
        }
        return inFile.get(id);
    }

    /**
     * One message less needs it.
     *
     * @return whether none does any more
     */
    boolean release(long id) throws IOException {
        long left = count(id) - 1;
        set(id, left);
        if (left == 0) {
            batch.deleteOnce(Table.CONTENT, Keys.id(id));
        }
        return left == 0;
    }

    private long count(long id) throws IOException {
        Long known = counts.get(id);
        if (known != null) {
            return known;
        }
        byte[] row = database.get(Table.REFERENCES, Keys.id(id));
        long count = row == null ? 1 : new RowReader(row, VERSION).number();
        counts.put(id, count);
        return count;
    }

    private void set(long id, long count) {
        long before = counts.put(id, count);
        if (count > 1) {
            batch.put(Table.REFERENCES, Keys.id(id), new RowWriter(VERSION).number(count).toBytes());
        } else if (before > 1) {
            batch.delete(Table.REFERENCES, Keys.id(id));
        }
    }
}
