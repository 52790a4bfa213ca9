package org.waypost.smtp.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.waypost.smtp.server.content.ContentMemory;

/** What all virtual servers share: the memory for contents, and that their names differ. Any thread. */
public class SmtpService {
    private final ContentMemory memory;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    public SmtpService(ContentMemory memory) {
        this.memory = memory;
    }

    public ContentMemory memory() {
        return memory;
    }

    /** Whether the name was free and is now the caller's. */
    public boolean claim(String name) {
        return names.add(name);
    }

    public void release(String name) {
        names.remove(name);
    }
}
