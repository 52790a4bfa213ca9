package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.waypost.service.FolderLock;

/**
 * A spool's folder while it is open: {@code owner} (lock file), {@code rows} (RocksDB), {@code content}.
 *
 * @param state as it was found
 */
record Store(FolderLock owner, Database database, ContentFiles files, StateRow state, IdSource ids) implements AutoCloseable {
    private static final int NODE_VERSION = 1;

    /** @return empty while somebody else has the folder */
    static Optional<Store> open(SpoolSettings settings, SpoolEnvironment environment) throws IOException {
        Optional<FolderLock> owner = FolderLock.tryLock(settings.folder());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(owner.get(), settings, environment));
        } catch (IOException | RuntimeException e) {
            owner.get().close();
            throw e;
        }
    }

    /** Nobody may use it any more, and nobody does. */
    @Override
    public void close() throws IOException {
        try {
            Batch last = new Batch();
            byte[] found = database.get(Table.STATE, Keys.STATE);
            long messages = found == null ? 0 : StateRow.of(found).messages();
            last.put(Table.STATE, Keys.STATE, new StateRow(messages, ids.last()).toBytes());
            database.write(last, true);
        } finally {
            database.close();
            owner.close();
        }
    }

    private static Store open(FolderLock owner, SpoolSettings settings, SpoolEnvironment environment) throws IOException {
        Natives.load(settings.nativeFolder());
        Path folder = settings.folder();
        ContentFiles files = new ContentFiles(folder.resolve("content"));
        Database database = new Database(folder.resolve("rows"), settings);
        try {
            ContentFiles.syncFolder(folder);
            ContentFiles.syncFolder(folder.toAbsolutePath().getParent());
            byte[] row = database.get(Table.STATE, Keys.STATE);
            StateRow state = row == null ? StateRow.EMPTY : StateRow.of(row);
            IdSource ids = new IdSource(state.lastId(), node(database, environment), environment.clock());
            return new Store(owner, database, files, state, ids);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static int node(Database database, SpoolEnvironment environment) throws IOException {
        byte[] row = database.get(Table.STATE, Keys.NODE);
        if (row != null) {
            return new RowReader(row, NODE_VERSION).index(IdSource.NODES);
        }
        int node = environment.random().nextInt(IdSource.NODES);
        Batch first = new Batch();
        first.put(Table.STATE, Keys.NODE, new RowWriter(NODE_VERSION).number(node).toBytes());
        database.write(first, true);
        return node;
    }
}
