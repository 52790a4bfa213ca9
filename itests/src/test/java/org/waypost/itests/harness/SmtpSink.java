package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Postfix's smtp-sink: a foreign server that dumps each message into a file. */
public final class SmtpSink implements AutoCloseable {
    private final Path dumps;
    private final Daemon daemon;

    private SmtpSink(Path dumps, Daemon daemon) {
        this.dumps = dumps;
        this.daemon = daemon;
    }

    /**
     * @param folder its own, made if missing
     * @param options of smtp-sink, such as {@code -f RCPT} for a 5xx or {@code -r .} for a 4xx reply
     */
    public static SmtpSink start(Path folder, InetSocketAddress address, String... options) {
        Path dumps = folder.resolve("dumps");
        try {
            Files.createDirectories(dumps);
            Files.setPosixFilePermissions(dumps, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = new ArrayList<>(List.of("/usr/sbin/smtp-sink"));
        words.addAll(List.of(options));
        words.addAll(dumpOptions(dumps));
        words.add(address.getAddress().getHostAddress() + ":" + address.getPort());
        words.add("100");
        return new SmtpSink(dumps, new Daemon(folder.resolve("smtp-sink.out"), words).listening(address));
    }

    /** Each message received so far: lines about its envelope ({@code X-Mail-Args: <..>}), then its text. */
    public List<String> messages() {
        try (Stream<Path> files = Files.list(dumps)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            // It begins a dump at MAIL, whatever comes of it.
            return texts.stream().filter(text -> text.contains("X-Rcpt-Args:")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        daemon.close();
    }

    // It refuses to run as root; confined to its folder it needs no rights on the folders above.
    private static List<String> dumpOptions(Path dumps) {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("-u", "nobody", "-R", dumps.toString(), "-d", "mail.")
                : List.of("-d", dumps.resolve("mail.").toString());
    }
}
