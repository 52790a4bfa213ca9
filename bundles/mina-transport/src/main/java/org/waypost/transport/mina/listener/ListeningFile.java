package org.waypost.transport.mina.listener;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.ListenerStatus;

/**
 * A file that tells scripts what listens, since ports may come from anywhere: a line
 * {@code LISTENS NAME ADDRESS PORT} for each socket and {@code PROBLEM NAME text} for what could not be had.
 * Written anew, in one step, when that changes. One thread at a time.
 */
public final class ListeningFile implements Consumer<List<ListenerStatus>> {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningFile.class);

    private final Path file;
    private String written;

    /** @param file whose folder is made if need be */
    public ListeningFile(Path file) {
        this.file = file;
    }

    @Override
    public void accept(List<ListenerStatus> listeners) {
        String text = listeners.stream().flatMap(ListeningFile::lines).sorted().collect(Collectors.joining());
        if (text.equals(written)) {
            return;
        }
        // Also when it fails, so that a full disk is told of once and not each second.
        written = text;
        try {
            write(text);
        } catch (IOException e) {
            LOG.warn("What listens could not be written to {}: {}", file, e.toString());
        }
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Stream<String> lines(ListenerStatus listener) {
        return Stream.concat(
                listener.listening().stream().map(address -> "LISTENS " + listener.name() + " " + text(address) + "\n"),
                listener.problems().stream().map(problem -> "PROBLEM " + listener.name() + " " + problem.replace('\n', ' ') + "\n"));
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + " " + address.getPort();
    }
}
