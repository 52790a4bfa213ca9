package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real name server (BIND) on 127.0.0.1, the only address of loopback that it knows of. */
public final class Named implements AutoCloseable {
    private final int port;
    private final Path folder;
    private final Daemon daemon;

    private Named(int port, Path folder, Daemon daemon) {
        this.port = port;
        this.folder = folder;
        this.daemon = daemon;
    }

    /**
     * @param folder its own, made if missing
     * @param port where it will be, a free one
     */
    public static Plan in(Path folder, int port) {
        return new Plan(folder, port);
    }

    /** As {@code address:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** As it is told to people. */
    public String label() {
        return "127.0.0.1 port " + port;
    }

    /** In the form in which BIND has it. @param name {@code update} for the key that may change zones, {@code other} for one that may not */
    public Path keyFile(String name) {
        return folder.resolve(name + ".key");
    }

    @Override
    public void close() {
        daemon.close();
    }

    /** What it is to serve. */
    public static final class Plan {
        private final Path folder;
        private final int port;
        private final StringBuilder statements = new StringBuilder();

        private Plan(Path folder, int port) {
            this.folder = folder;
            this.port = port;
            try {
                Files.createDirectories(folder);
                writeKey("update", "b3VyIG93biBzZWNyZXQgb2YgdGhpcyB0ZXN0");
                writeKey("other", "YW5vdGhlciBzZWNyZXQgb2YgdGhpcyB0ZXN0");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** @param origin ends in a dot; @param records NS records among them */
        public Plan zone(String origin, String records) {
            return zone(origin, records, "");
        }

        /** A zone that the key {@code update} may change. */
        public Plan updatableZone(String origin, String records) {
            return zone(origin, records, "update-policy { grant update zonesub ANY; };");
        }

        /** Names below are asked of another server. @param to on the same port */
        public Plan forward(String origin, String to) {
            statements.append("zone \"%s\" { type forward; forward only; forwarders { %s port %d; }; };\n".formatted(origin, to, port));
            return this;
        }

        public Named start() {
            Path configuration = folder.resolve("named.conf");
            try {
                Files.writeString(configuration, configuration());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Daemon daemon = new Daemon(folder.resolve("named.out"),
                    List.of("/usr/sbin/named", "-g", "-4", "-n", "1", "-c", configuration.toString()));
            return new Named(port, folder, daemon.listening(new InetSocketAddress("127.0.0.1", port)));
        }

        private Plan zone(String origin, String records, String options) {
            Path file = ZoneFile.write(folder, origin, records);
            statements.append("zone \"%s\" { type primary; file \"%s\"; %s };\n".formatted(origin, file, options));
            return this;
        }

        private void writeKey(String name, String secret) throws IOException {
            Files.writeString(folder.resolve(name + ".key"), "key \"%s\" { algorithm hmac-sha256; secret \"%s\"; };\n".formatted(name, secret));
        }

        // What is forwarded it finds by recursion, which is asked for by the query; all else it has itself.
        private String configuration() {
            return """
                    include "%2$s/update.key";
                    include "%2$s/other.key";
                    options {
                      directory "%2$s"; pid-file "%2$s/named.pid"; session-keyfile "%2$s/session.key"; lock-file none;
                      listen-on port %1$d { 127.0.0.1; }; listen-on-v6 { none; };
                      recursion yes; max-cache-size 4m; dnssec-validation no; empty-zones-enable no; notify no; minimal-responses no;
                    };
                    controls { };
                    %3$s""".formatted(port, folder, statements);
        }
    }
}
