package org.waypost.module.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.waypost.module.store.Pending;
import org.waypost.module.store.PendingFile;

/** Who looks after the replacement under way, as the file says: there may be two versions of this bundle for a while. */
final class Keepers {
    private final PendingFile file;
    private final String me = UUID.randomUUID().toString();
    private final String process = ProcessHandle.current().pid() + "@"
            + ProcessHandle.current().info().startInstant().map(Object::toString).orElse("");

    Keepers(PendingFile file) {
        this.file = file;
    }

    String me() {
        return me;
    }

    String process() {
        return process;
    }

    boolean isThisProcess(Pending pending) {
        return pending.process().equals(process);
    }

    Pending take(Pending pending) throws IOException {
        Pending mine = pending.keptBy(process, me);
        file.write(mine);
        return mine;
    }

    boolean isMine(Pending pending) {
        try {
            return file.read().filter(p -> p.number() == pending.number() && p.keeper().equals(me)).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It has ended. */
    boolean isNobodys(Pending pending) {
        try {
            return file.read().filter(p -> p.number() == pending.number()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
