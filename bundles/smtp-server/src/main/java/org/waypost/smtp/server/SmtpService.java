package org.waypost.smtp.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.waypost.smtp.server.authentication.FailureLimits;
import org.waypost.smtp.server.content.ContentMemory;

/** What all virtual servers share: memory for contents, failures to authenticate, and that their names differ. Any thread. */
public class SmtpService {
    private final ContentMemory memory;
    private final FailureLimits failures;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    public SmtpService(ContentMemory memory, FailureLimits failures) {
        this.memory = memory;
        this.failures = failures;
    }

    public ContentMemory memory() {
        return memory;
    }

    public FailureLimits failures() {
        return failures;
    }

    /** Whether the name was free and is now the caller's. */
    public boolean claim(String name) {
        return names.add(name);
    }

    public void release(String name) {
        names.remove(name);
    }
}
