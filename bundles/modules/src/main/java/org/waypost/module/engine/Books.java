package org.waypost.module.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waypost.module.store.Current;
import org.waypost.module.store.CurrentTable;
import org.waypost.module.store.History;
import org.waypost.module.store.JarStore;
import org.waypost.module.store.PendingFile;
import org.waypost.modules.Replacement;

/** All that is on disk, in one folder. */
record Books(Path folder, JarStore jars, History history, CurrentTable current, PendingFile pending) {
    private static final int KEPT = 5;

    static Books in(Path folder) {
        return new Books(folder, new JarStore(folder.resolve("jars")), new History(folder.resolve("history")),
                new CurrentTable(folder.resolve("current")), new PendingFile(folder.resolve("pending")));
    }

    /** The number of the next replacement. */
    long next() throws IOException {
        long last = history.all().stream().mapToLong(Replacement::number).max().orElse(0);
        return Math.max(last, pending.read().map(p -> p.number()).orElse(0L)) + 1;
    }

    String keep(InputStream jar) throws IOException {
        try (jar) {
            return jars.put(jar);
        }
    }

    /** Of each module the last jars, and what is or should be running. */
    void prune() throws IOException {
        Set<String> kept = new HashSet<>();
        Map<String, Set<String>> seen = new HashMap<>();
        List<Replacement> newestFirst = new ArrayList<>(history.all());
        Collections.reverse(newestFirst);
        newestFirst.forEach(r -> List.of(r.checksum(), r.fromChecksum()).forEach(jar -> {
            Set<String> ofModule = seen.computeIfAbsent(r.name(), name -> new HashSet<>());
            if (ofModule.size() < KEPT) {
                ofModule.add(jar);
            }
        }));
        seen.values().forEach(kept::addAll);
        current.all().values().stream().map(Current::checksum).forEach(kept::add);
        pending.read().ifPresent(p -> kept.addAll(List.of(p.checksum(), p.fromChecksum())));
        jars.keepOnly(kept, KEPT);
    }
}
