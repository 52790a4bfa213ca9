package org.waypost.dns.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyAsTsigKeygenWritesIt() throws IOException {
        UpdateKey key = read("key \"mail.example\" {\n\talgorithm hmac-sha256;\n\tsecret \"c2VjcmV0\";\n};\n");
        assertEquals("mail.example", key.toString());
        assertEquals("mail.example", read("key mail.example { algorithm HMAC-SHA512; secret c2VjcmV0; };").name());
    }

    @Test
    void whatIsWrongIsSaidWithoutTheSecret() {
        for (String wrong : new String[] {"", "key a { secret \"c2VjcmV0\"; };", "key a { algorithm hmac-sha256; };",
            "key a { algorithm hmac-sha256; secret \"c2VjcmV0X\"; };", "key a { algorithm rot13; secret \"c2VjcmV0\"; };"}) {
            String reason = assertThrows(IOException.class, () -> read(wrong), wrong).getMessage();
            assertTrue(reason.contains("update.key"), reason);
            assertFalse(reason.contains("c2VjcmV0"), reason);
        }
        assertTrue(assertThrows(IOException.class, () -> KeyFile.read(folder.resolve("none"))).getMessage().contains("cannot be read"));
    }

    private UpdateKey read(String text) throws IOException {
        return KeyFile.read(Files.writeString(folder.resolve("update.key"), text));
    }
}
