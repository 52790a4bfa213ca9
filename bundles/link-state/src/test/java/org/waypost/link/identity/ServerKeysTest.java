package org.waypost.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.linkstate.Membership.Identity;

class ServerKeysTest {
    @TempDir
    private Path folder;

    private ServerKeys keys() {
        return new ServerKeys(folder.resolve("member"), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), new SecureRandom());
    }

    @Test
    void isReadAgainAsItWasMade() throws IOException {
        assertEquals(Optional.empty(), keys().read());
        Identity made = keys().make("waypost, O=other");
        assertEquals(Optional.of(made), keys().read());
        assertEquals(made, keys().make("another"));
        assertEquals(Optional.of(made.key()), PublicKeys.hash(keys().publicKey()));
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        Identity made = keys().make("waypost");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made.privateKey())));
        try (var files = Files.list(made.privateKey().getParent())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aDamagedOneIsNotReplaced() throws IOException {
        Files.writeString(keys().make("waypost").certificate(), "damaged");
        assertThrows(IOException.class, () -> keys().make("waypost"));
    }

    @Test
    void whatIsNoKeyHasNoHash() {
        for (String text : new String[] {"", "AAAA", "not base64 \u00fc", "MAA="}) {
            assertEquals(Optional.empty(), PublicKeys.hash(text));
        }
    }
}
