package org.waypost.admin.lockdown;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP sockets of a process that take connections, as Linux tells them (proc(5)).
 *
 * @param proc its folder, such as {@code /proc/self}
 */
public record ProcessSockets(Path proc) {
    private static final String LISTEN = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int WORD = 4;

    /** @throws IOException if the system does not tell */
    public List<InetSocketAddress> listening() throws IOException {
        Set<String> own = own();
        List<InetSocketAddress> all = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = proc.resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE && fields[STATE].equals(LISTEN) && own.contains("socket:[" + fields[INODE] + "]")) {
                    all.add(address(fields[1]));
                }
            }
        }
        return all;
    }

    private Set<String> own() throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
            for (Path file : files.toList()) {
                try {
                    own.add(Files.readSymbolicLink(file).toString());
                } catch (IOException e) {
                    // It was closed meanwhile, so it takes no connections.
                }
            }
        }
        return own;
    }

    /** Such as {@code 0100007F:1F90}: 32-bit words in the byte order of the machine. */
    private static InetSocketAddress address(String text) throws IOException {
        int colon = text.indexOf(':');
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text.substring(0, colon)));
        ByteBuffer address = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        for (int at = 0; at < words.capacity(); at += WORD) {
            address.putInt(words.getInt());
        }
        return new InetSocketAddress(InetAddress.getByAddress(address.array()), Integer.parseInt(text.substring(colon + 1), 16));
    }
}
