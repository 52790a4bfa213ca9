package org.waypost.transport.mina.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.waypost.transport.mina.TransportFixture.anyPort;
import static org.waypost.transport.mina.TransportFixture.eventually;
import static org.waypost.transport.mina.TransportFixture.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.Protocol;
import org.waypost.transport.mina.EchoProtocol;
import org.waypost.transport.mina.TestClient;
import org.waypost.transport.mina.TransportFixture;

/** Nothing of a protocol's code is held after it left, while its connections stay. */
class ReleasedLoaderTest {
    private final TransportFixture fixture = new TransportFixture(Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Loads the protocol's classes itself, as a bundle's loader does. */
    private static final class BundleLoader extends ClassLoader {
        BundleLoader() {
            super(EchoProtocol.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(EchoProtocol.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Protocol load(ListenerSpec spec, Executor elsewhere) throws Exception {
        Class<?> type = new BundleLoader().loadClass(EchoProtocol.class.getName());
        assertNotSame(EchoProtocol.class, type);
        return (Protocol) type.getConstructor(ListenerSpec.class, Executor.class, Duration.class)
                .newInstance(spec, elsewhere, Duration.ofSeconds(30));
    }

    private WeakReference<ClassLoader> useAndLeave(TestClient[] clients, ListenerSpec spec) throws Exception {
        Protocol protocol = load(spec, fixture.elsewhere);
        fixture.transport.listeners().bind(protocol);
        for (int i = 0; i < clients.length; i++) {
            clients[i] = new TestClient(fixture.address("a"));
            clients[i].send("SLOW\r\nDATA\r\nabc");
            assertEquals("0 hello", clients[i].line());
            assertEquals("1 slow", clients[i].line());
        }
        fixture.transport.listeners().unbind(protocol);
        return new WeakReference<>(protocol.getClass().getClassLoader());
    }

    @Test
    void itsLoaderIsCollectedAndItsConversationsGoOn() throws Exception {
        ListenerSpec spec = spec("a", Optional.empty(), anyPort());
        TestClient[] clients = new TestClient[5];
        WeakReference<ClassLoader> loader = useAndLeave(clients, spec);
        eventually(() -> {
            System.gc();
            return loader.get() == null;
        });
        fixture.bind(spec);
        for (TestClient client : clients) {
            client.send("\r\n.\r\nQUIT\r\n");
            assertEquals("2 data 5 " + hash("abc\r\n"), client.line());
            assertEquals("3 bye", client.line());
            assertNull(client.line());
            client.close();
        }
    }

    private static long hash(String text) {
        return text.chars().asLongStream().reduce(0, (hash, c) -> hash * 31 + c);
    }
}
