package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A real name server (NSD) on an address of loopback. */
public final class Nsd implements AutoCloseable {
    private static final String HEAD = """
            $ORIGIN test.
            $TTL 60
            @ IN SOA ns.test. hostmaster.test. 1 3600 600 86400 60
            @ IN NS ns.test.
            ns IN A 127.0.0.1
            """;

    private final InetSocketAddress address;
    private final Daemon daemon;

    private Nsd(InetSocketAddress address, Daemon daemon) {
        this.address = address;
        this.daemon = daemon;
    }

    /**
     * With the zone {@code test.} on a free port.
     *
     * @param folder its own, made if missing
     * @param records lines of the zone
     */
    public static Nsd start(Path folder, String records) {
        try {
            Files.createDirectories(folder);
            return start(folder, new InetSocketAddress("127.0.0.1", Ports.free()),
                    Map.of("test.", Files.writeString(folder.resolve("test.zone"), HEAD + records)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param zones by origin, which ends in a dot; NS records among the lines */
    public static Nsd serving(Path folder, InetSocketAddress address, Map<String, String> zones) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Path> files = new TreeMap<>();
        zones.forEach((origin, records) -> files.put(origin, ZoneFile.write(folder, origin, records)));
        return start(folder, address, files);
    }

    private static Nsd start(Path folder, InetSocketAddress address, Map<String, Path> zones) {
        try {
            Files.writeString(folder.resolve("nsd.conf"), configuration(folder, address, zones));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Daemon daemon = new Daemon(folder.resolve("nsd.out"),
                List.of("/usr/sbin/nsd", "-d", "-c", folder.resolve("nsd.conf").toString()));
        return new Nsd(address, daemon.listening(address));
    }

    /** As {@code address:port}. */
    public String address() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    @Override
    public void close() {
        daemon.close();
    }

    // An empty user name keeps it from dropping rights, which it could not as an ordinary user.
    private static String configuration(Path folder, InetSocketAddress address, Map<String, Path> zones) {
        return """
                server:
                  ip-address: %1$s@%3$d
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
                """.formatted(address.getAddress().getHostAddress(), folder, address.getPort()) + zones.entrySet().stream()
                .map(zone -> "zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n".formatted(zone.getKey(), zone.getValue())).collect(Collectors.joining());
    }
}
