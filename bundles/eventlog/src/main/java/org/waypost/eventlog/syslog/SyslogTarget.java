package org.waypost.eventlog.syslog;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a syslog is. */
public sealed interface SyslogTarget {
    /** The port of TCP (RFC 6587) and UDP (RFC 5426) where none is named. */
    int PORT = 514;

    record Udp(String host, int port) implements SyslogTarget {
        public Udp {
            Objects.requireNonNull(host);
        }

        @Override
        public String toString() {
            return "udp://" + host + ":" + port;
        }
    }

    record Tcp(String host, int port) implements SyslogTarget {
        public Tcp {
            Objects.requireNonNull(host);
        }

        @Override
        public String toString() {
            return "tcp://" + host + ":" + port;
        }
    }

    /** A datagram socket of this machine, such as journald's and rsyslogd's /dev/log. */
    record Local(Path socket) implements SyslogTarget {
        public Local {
            Objects.requireNonNull(socket);
        }

        @Override
        public String toString() {
            return "unix:" + socket;
        }
    }

    /** Reads {@code udp://HOST:PORT}, {@code tcp://HOST:PORT} or {@code unix:/dev/log}; empty if it is none. */
    static Optional<SyslogTarget> parse(String text) {
        if (text.startsWith("unix:/") && text.indexOf('\0') < 0) {
            return Optional.of(new Local(Path.of(text.substring("unix:".length()))));
        }
        try {
            URI uri = new URI(text);
            OptionalInt port = uri.getPort() == -1 ? OptionalInt.of(PORT)
                    : uri.getPort() >= 1 && uri.getPort() <= 65_535 ? OptionalInt.of(uri.getPort()) : OptionalInt.empty();
            boolean plain = String.valueOf(uri.getPath()).isEmpty() && uri.getQuery() == null && uri.getUserInfo() == null;
            if (uri.getHost() == null || port.isEmpty() || !plain) {
                return Optional.empty();
            }
            return switch (String.valueOf(uri.getScheme())) {
                case "udp" -> Optional.of(new Udp(uri.getHost(), port.getAsInt()));
                case "tcp" -> Optional.of(new Tcp(uri.getHost(), port.getAsInt()));
                default -> Optional.empty();
            };
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
