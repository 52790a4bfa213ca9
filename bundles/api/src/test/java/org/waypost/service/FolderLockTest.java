package org.waypost.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path home;

    @Test
    void isHeldByOneAtATime() throws IOException {
        Path folder = home.resolve("not/yet/there");
        try (FolderLock first = FolderLock.tryLock(folder).orElseThrow()) {
            assertTrue(FolderLock.tryLock(folder).isEmpty(), "held in the same process, " + first);
        }
        try (FolderLock next = FolderLock.tryLock(folder).orElseThrow()) {
            assertTrue(FolderLock.tryLock(home.resolve("other")).isPresent(), "another folder is free, " + next);
        }
    }
}
