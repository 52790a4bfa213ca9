package org.waypost.admin.lockdown;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class MemoryBundles implements Stoppable {
    private final Set<String> running;

    MemoryBundles(String... running) {
        this.running = new HashSet<>(List.of(running));
    }

    @Override
    public boolean runs(String bundle) {
        return running.contains(bundle);
    }

    @Override
    public void stop(String bundle) {
        running.remove(bundle);
    }

    @Override
    public void start(String bundle) {
        running.add(bundle);
    }
}
