package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real name server (NSD) with one zone, {@code test.}, on a loopback port. */
public final class Nsd implements AutoCloseable {
    private static final String HEAD = """
            $ORIGIN test.
            $TTL 60
            @ IN SOA ns.test. hostmaster.test. 1 3600 600 86400 60
            @ IN NS ns.test.
            ns IN A 127.0.0.1
            """;

    private final int port;
    private final Daemon daemon;

    private Nsd(int port, Daemon daemon) {
        this.port = port;
        this.daemon = daemon;
    }

    /**
     * @param folder its own, made if missing
     * @param records lines of the zone {@code test.}
     */
    public static Nsd start(Path folder, String records) {
        int port = Ports.free();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("test.zone"), HEAD + records);
            Files.writeString(folder.resolve("nsd.conf"), configuration(folder, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Daemon daemon = new Daemon(folder.resolve("nsd.out"),
                List.of("/usr/sbin/nsd", "-d", "-c", folder.resolve("nsd.conf").toString()));
        return new Nsd(port, daemon.listening(new InetSocketAddress("127.0.0.1", port)));
    }

    /** As {@code address:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        daemon.close();
    }

    // An empty user name keeps it from dropping rights, which it could not as an ordinary user.
    private static String configuration(Path folder, int port) {
        return """
                server:
                  ip-address: 127.0.0.1@%d
                  username: ""
                  chroot: ""
                  server-count: 1
                  database: ""
                  zonesdir: "%2$s"
                  pidfile: "%2$s/nsd.pid"
                  xfrdfile: "%2$s/xfrd.state"
                  xfrdir: "%2$s"
                  zonelistfile: "%2$s/zone.list"
                remote-control:
                  control-enable: no
                zone:
                  name: test
                  zonefile: test.zone
                """.formatted(port, folder);
    }
}
