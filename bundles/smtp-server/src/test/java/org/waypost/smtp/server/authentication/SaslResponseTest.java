package org.waypost.smtp.server.authentication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SaslResponseTest {
    @Test
    void plainHasAUserAndAPassword() {
        Credentials credentials = SaslResponse.plain(bytes("\0al\u00efce\0s\u00e9same ")).orElseThrow();
        assertEquals("al\u00efce", credentials.user());
        assertArrayEquals("s\u00e9same ".toCharArray(), credentials.password());
        assertEquals("alice", SaslResponse.plain(bytes("alice\0alice\0x")).orElseThrow().user());
        assertFalse(credentials.toString().contains("same"));
    }

    @Test
    void whatIsNoPlainMessageIsNobody() {
        for (String message : new String[] {"", "\0", "\0\0", "\0alice\0", "\0\0x", "\0alice", "alice\0x", "bob\0alice\0x",
            "\0alice\0x\0", "\0a\nb\0x", "\0 \0x", "\0" + "a".repeat(513) + "\0x"}) {
            assertTrue(SaslResponse.plain(bytes(message)).isEmpty(), message);
        }
        assertTrue(SaslResponse.plain(new byte[] {0, 'a', 0, (byte) 0xC3}).isEmpty(), "cut UTF-8");
        assertTrue(SaslResponse.plain(new byte[] {0, 'a', 0, (byte) 0xC0, (byte) 0x80}).isEmpty(), "overlong UTF-8");
    }

    @Test
    void loginComesInTwo() {
        assertEquals(Optional.of("alice"), SaslResponse.user(bytes("alice")));
        assertEquals(Optional.empty(), SaslResponse.user(bytes("")));
        assertEquals(Optional.empty(), SaslResponse.password("alice", bytes("")));
        assertArrayEquals(new char[] {'x'}, SaslResponse.password("alice", bytes("x")).orElseThrow().password());
    }

    @Test
    void nothingOfAPasswordStays() {
        byte[] base64 = Base64.getEncoder().encode(bytes("\0alice\0sesame"));
        byte[] message = SaslResponse.decode(base64).orElseThrow();
        assertArrayEquals(new byte[base64.length], base64);
        Credentials credentials = SaslResponse.plain(message).orElseThrow();
        assertArrayEquals(new byte[message.length], message);
        credentials.wipe();
        assertArrayEquals(new char[6], credentials.password());
        char[] useless = {'x'};
        assertTrue(Credentials.of("", useless).isEmpty());
        assertArrayEquals(new char[1], useless);
    }

    @Test
    void base64IsStrict() {
        for (String wrong : new String[] {"a", "ab", "abc", "ab=c", "a===", "====", "ab==cd==", "ab c", "ab\r\n", "*", "\u00e4bcd"}) {
            assertTrue(SaslResponse.decode(bytes(wrong)).isEmpty(), wrong);
        }
        assertArrayEquals(new byte[0], SaslResponse.decode(new byte[0]).orElseThrow());
    }

    /** Whatever comes: either two names and a password that were in it, or nobody. */
    @Test
    void anyMessageIsReadOrRefused() {
        Random random = new Random(4954);
        int read = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] message = new byte[random.nextInt(12)];
            for (int i = 0; i < message.length; i++) {
                message[i] = random.nextInt(4) == 0 ? 0 : (byte) (random.nextInt(10) == 0 ? random.nextInt(256) : 'a' + random.nextInt(2));
            }
            String text = new String(message, StandardCharsets.UTF_8);
            Optional<Credentials> credentials = SaslResponse.plain(message);
            if (credentials.isPresent()) {
                read++;
                String pair = "\0" + credentials.get().user() + "\0" + new String(credentials.get().password());
                assertTrue(text.equals(pair) || text.equals(credentials.get().user() + pair), text);
            }
            assertArrayEquals(new byte[message.length], message);
        }
        assertTrue(read > 1000, "only " + read + " were any");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
