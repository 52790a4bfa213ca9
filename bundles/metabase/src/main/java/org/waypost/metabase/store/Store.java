package org.waypost.metabase.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import org.waypost.metabase.tree.Difference;
import org.waypost.metabase.tree.State;
import org.waypost.service.FolderLock;

/** A metabase's folder while it is open: {@code owner} (lock file), {@code rows} (RocksDB), {@code copies}. One thread at a time. */
final class Store implements AutoCloseable {
    private final FolderLock owner;
    private final Path folder;
    private final Copies copies;
    private final MetabaseEnvironment environment;
    private Rows rows;
    private State state;

    private Store(FolderLock owner, Path folder, MetabaseEnvironment environment) {
        this.owner = owner;
        this.folder = folder;
        this.environment = environment;
        copies = new Copies(folder.resolve("copies"));
    }

    /** @return empty while somebody else has the folder */
    static Optional<Store> open(MetabaseSettings settings, MetabaseEnvironment environment) throws IOException {
        Copies.makePrivateFolder(settings.folder());
        Optional<FolderLock> owner = FolderLock.tryLock(settings.folder());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Store store = new Store(owner.get(), settings.folder(), environment);
        try {
            Natives.load(settings.nativeFolder());
            store.find();
            return Optional.of(store);
        } catch (IOException | RuntimeException | LinkageError e) {
            store.close();
            throw e;
        }
    }

    State state() {
        return state;
    }

    Path folder() {
        return folder;
    }

    Copies copies() {
        return copies;
    }

    /**
     * All of it is durable when this returns, or nothing has been changed.
     *
     * @throws IOException if it cannot be written
     */
    void write(State next) throws IOException {
        try {
            if (rows == null) {
                find();
            }
            rows.write(state, next, Difference.between(state.tree(), next.tree()).own());
            state = next;
        } catch (IOException e) {
            environment.events().report(MetabaseEvent.WRITE_FAILED, folder, e.getMessage(), e);
            recover(next, e);
        }
    }

    @Override
    public void close() throws IOException {
        closeRows();
        owner.close();
    }

    /** RocksDB takes no more writes after a failed one; opened anew it shows whether the write got through. */
    private void recover(State next, IOException failure) throws IOException {
        long before = state.version();
        closeRows();
        try {
            find();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        if (state.version() == before || state.version() != next.version()) {
            throw failure;
        }
    }

    /** Finds the last good version. */
    private void find() throws IOException {
        Optional<State> copy = copies.newest();
        long least = copy.map(State::version).orElse(0L);
        try {
            load(true, least);
        } catch (DamagedException damage) {
            closeRows();
            findElsewhere(copy, least, damage);
        }
    }

    private void findElsewhere(Optional<State> copy, long least, DamagedException damage) throws IOException {
        try {
            load(false, least);
            environment.events().report(MetabaseEvent.DAMAGED, folder, damage.getMessage(), state.version(), "its rows");
        } catch (DamagedException e) {
            closeRows();
            putAside();
            rows = Rows.open(folder.resolve("rows"), true);
            state = copy.orElse(State.EMPTY);
            rows.write(State.EMPTY, state, Difference.between(State.EMPTY.tree(), state.tree()).own());
            if (copy.isPresent()) {
                environment.events().report(MetabaseEvent.DAMAGED, folder, damage.getMessage(), state.version(), "a copy");
            } else {
                environment.events().report(MetabaseEvent.LOST, folder, damage.getMessage());
            }
        }
    }

    private void load(boolean strict, long least) throws IOException {
        rows = Rows.open(folder.resolve("rows"), strict);
        State loaded = rows.load();
        if (loaded.version() < least) {
            throw new DamagedException("its rows are at version " + loaded.version() + ", but version " + least + " has been written");
        }
        state = loaded;
    }

    /** What is damaged is kept for those who want to look at it; one such folder at most. */
    private void putAside() throws IOException {
        Path aside = folder.resolve("damaged");
        if (Files.exists(aside)) {
            try (var files = Files.walk(aside)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.move(folder.resolve("rows"), aside, StandardCopyOption.ATOMIC_MOVE);
    }

    private void closeRows() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
