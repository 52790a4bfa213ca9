package org.waypost.link.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.link.port.Site;
import org.waypost.link.topology.Topology;
import org.waypost.testkit.directory.MemoryDirectory;

class TopologyFeedTest {
    private static final String BASE = ",cn=Configuration,dc=example,dc=com";

    private final MemoryDirectory directory = new MemoryDirectory();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    private final List<Topology> read = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    private void group(String name) {
        directory.add("cn=" + name + BASE, "objectClass: msExchRoutingGroup", "cn: " + name);
    }

    private boolean knows(int groups) {
        return !read.isEmpty() && read.get(read.size() - 1).groups().size() == groups;
    }

    @Test
    void changesThatComeTogetherAreReadTogether() throws InterruptedException {
        group("g");
        try (TopologyFeed feed = new TopologyFeed(directory, read::add, thread)) {
            Site.eventually(() -> knows(1), "it was read at once");
            for (int i = 0; i < 100; i++) {
                group("g" + i);
            }
            Site.eventually(() -> knows(101), "the changes are known");
            assertTrue(read.size() < 50, "read " + read.size() + " times");
        }
        assertEquals(0, directory.watches());
    }

    @Test
    void aDirectoryThatIsAwayIsTriedAgain() throws InterruptedException {
        group("g");
        directory.away();
        try (TopologyFeed feed = new TopologyFeed(directory, read::add, thread)) {
            Site.eventually(() -> directory.searches() > 0, "it was tried");
            assertEquals(List.of(), read);
            directory.back();
            Site.eventually(() -> knows(1), "it was read");
        }
    }
}
