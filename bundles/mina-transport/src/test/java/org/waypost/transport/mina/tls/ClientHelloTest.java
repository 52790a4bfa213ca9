package org.waypost.transport.mina.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
    private static byte[] hello(String name) throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine(name, 25);
        engine.setUseClientMode(true);
        ByteBuffer out = ByteBuffer.allocate(20_000);
        engine.wrap(ByteBuffer.allocate(0), out);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The same message in records of a few bytes. */
    private static byte[] fragmented(byte[] hello, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 5; at < hello.length; at += size) {
            int length = Math.min(size, hello.length - at);
            out.writeBytes(new byte[] {22, 3, 1, 0, (byte) length});
            out.write(hello, at, length);
        }
        return out.toByteArray();
    }

    @Test
    void findsTheNameHoweverItComes() throws Exception {
        for (byte[] sent : new byte[][] {hello("member.example.org"), fragmented(hello("member.example.org"), 7)}) {
            ClientHello hello = new ClientHello();
            for (int i = 0; i < sent.length - 1; i++) {
                assertFalse(hello.add(ByteBuffer.wrap(sent, i, 1)), "after " + i);
            }
            assertTrue(hello.add(ByteBuffer.wrap(sent, sent.length - 1, 1)));
            assertEquals(Optional.of("member.example.org"), hello.name());
            assertArrayEquals(sent, hello.bytes());
        }
    }

    @Test
    void noNameIsNoName() throws Exception {
        ClientHello hello = new ClientHello();
        assertTrue(hello.add(ByteBuffer.wrap(hello("127.0.0.1"))));
        assertEquals(Optional.empty(), hello.name());
    }

    @Test
    void whatIsNoTlsIsNotWaitedFor() {
        assertTrue(new ClientHello().add(ByteBuffer.wrap("QUIT".getBytes(StandardCharsets.US_ASCII))));
        assertTrue(new ClientHello().add(ByteBuffer.wrap(new byte[] {22, 3, 1, 0, 4, 2, 0, 0, 0})));
    }

    @Test
    void isBounded() {
        byte[] endless = new byte[40_000];
        System.arraycopy(new byte[] {22, 3, 1, (byte) 0xff, (byte) 0xff, 1, (byte) 0xff, 0, 0}, 0, endless, 0, 9);
        ClientHello hello = new ClientHello();
        assertFalse(hello.add(ByteBuffer.wrap(endless, 0, 32_000)));
        assertTrue(hello.add(ByteBuffer.wrap(endless, 32_000, 8_000)));
    }

    @Test
    void nonsenseThrowsNothing() throws Exception {
        Random random = new Random(5);
        byte[] good = hello("member.example.org");
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            new ClientHello().add(ByteBuffer.wrap(bad, 0, random.nextInt(bad.length + 1)));
        }
    }
}
