package org.waypost.http.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.waypost.event.EventLog;
import org.waypost.http.HttpEvent;
import org.waypost.http.json.Json;

/**
 * Records that outlive this bundle in a private file of JSON; a broken file is reported and read as none.
 *
 * @param <T> a record
 */
final class KeptList<T> {
    private final PrivateFile file;
    private final Class<T> type;
    private final Json json;
    private final EventLog events;

    KeptList(Path path, Class<T> type, Json json, EventLog events) {
        this.file = new PrivateFile(path);
        this.type = type;
        this.json = json;
        this.events = events;
    }

    List<T> read() {
        try {
            byte[] octets = file.read().orElse(null);
            return octets == null ? List.of() : json.list(octets, type);
        } catch (IOException e) {
            events.report(HttpEvent.FILE_UNREADABLE, file.path(), e.toString(), e);
            return List.of();
        }
    }

    void write(List<T> all) {
        try {
            file.write(json.write(all));
        } catch (IOException e) {
            events.report(HttpEvent.FILE_UNREADABLE, file.path(), e.toString(), e);
        }
    }
}
