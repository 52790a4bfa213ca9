package org.waypost.module.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs in place of what the server was built with. */
public final class CurrentTable {
    private static final int FIELDS = 5;

    private final Path file;

    public CurrentTable(Path file) {
        this.file = file;
    }

    public Map<String, Current> all() throws IOException {
        Map<String, Current> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                List<String> f = Fields.of(line);
                if (f.size() == FIELDS) {
                    all.put(f.get(0), new Current(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4)));
                }
            }
        }
        return all;
    }

    public Optional<Current> of(String name) throws IOException {
        return Optional.ofNullable(all().get(name));
    }

    public void put(Current current) throws IOException {
        Map<String, Current> all = all();
        all.put(current.name(), current);
        write(all);
    }

    public void remove(String name) throws IOException {
        Map<String, Current> all = all();
        if (all.remove(name) != null) {
            write(all);
        }
    }

    private void write(Map<String, Current> all) throws IOException {
        List<String> lines = new ArrayList<>();
        all.values().forEach(c -> lines.add(Fields.line(c.name(), c.version(), c.checksum(), c.originalVersion(), c.originalChecksum())));
        Durable.replace(file, lines);
    }
}
