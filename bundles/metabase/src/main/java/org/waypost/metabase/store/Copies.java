package org.waypost.metabase.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.tree.History;
import org.waypost.metabase.tree.Kept;
import org.waypost.metabase.tree.Node;
import org.waypost.metabase.tree.State;
import org.waypost.metabase.tree.Tree;

/**
 * Copies of a whole metabase, each in a file of its own that only the owner may read. The newest two are kept, so
 * that a damaged one does not matter.
 */
final class Copies {
    private static final int KEPT = 2;
    private static final String SUFFIX = ".copy";

    private final Path folder;

    Copies(Path folder) {
        this.folder = folder;
    }

    /** A copy is there when this returns, whatever happens then. */
    void add(State state) throws IOException {
        makePrivateFolder(folder);
        Path temporary = folder.resolve("new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Sealed.write(out -> write(out, state)));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(temporary, folder.resolve(String.format("%019d", state.version()) + SUFFIX), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        for (Path old : newestFirst().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /** The newest one that is good. */
    Optional<State> newest() throws IOException {
        for (Path file : newestFirst()) {
            try {
                return Optional.of(Sealed.read(Files.readAllBytes(file), Copies::read));
            } catch (DamagedException e) {
                // The one before it is the next best.
            }
        }
        return Optional.empty();
    }

    static void makePrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void write(DataOutputStream out, State state) throws IOException {
        TreeMap<MetabaseKey, Node> keys = new TreeMap<>();
        state.tree().each(MetabaseKey.ROOT, keys::put);
        out.writeLong(state.version());
        out.writeInt(keys.size());
        for (var key : keys.entrySet()) {
            Forms.text(out, key.getKey().toString());
            Forms.properties(out, key.getValue().properties());
        }
        out.writeInt(state.history().versions().size());
        for (History.Past past : state.history().versions()) {
            Forms.past(out, past);
        }
    }

    private static State read(DataInputStream in) throws IOException {
        long version = in.readLong();
        TreeMap<MetabaseKey, SortedMap<String, Kept>> keys = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            keys.put(MetabaseKey.of(Forms.text(in)), Forms.properties(in));
        }
        List<History.Past> past = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            past.add(Forms.past(in));
        }
        return new State(Tree.of(keys), version, new History(past));
    }
}
