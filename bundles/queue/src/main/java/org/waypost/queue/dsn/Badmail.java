package org.waypost.queue.dsn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.waypost.delivery.ContentSource;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * The badmail folder: what can be neither delivered nor returned. Of each message the content
 * ({@code ID-N.eml}) and its envelope with the reasons ({@code ID-N.txt}), where N is the number of the
 * first recipient concerned; written again it is replaced, never doubled.
 */
public final class Badmail {
    private static final int PART = 256 * 1024;

    private final Supplier<Path> folder;
    private final Executor files;

    /** @param files does the writing */
    public Badmail(Supplier<Path> folder, Executor files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * @param reasons one line for each recipient
     * @return completes when both files and their names are durable, with the path of the content
     */
    public CompletionStage<Path> write(Message message, List<Recipient> recipients, List<String> reasons, ContentSource content) {
        Path base = folder.get();
        String name = message.id() + "-" + recipients.get(0).number();
        Path part = base.resolve(name + ".part");
        return CompletableFuture.runAsync(() -> start(base, part), files)
                .thenCompose(nothing -> copy(content, 0, part))
                .thenApplyAsync(nothing -> finish(base, name, part, envelope(message, recipients, reasons)), files);
    }

    private static void start(Path base, Path part) {
        try {
            Files.createDirectories(base);
            Files.deleteIfExists(part);
            Files.createFile(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<Void> copy(ContentSource content, long offset, Path part) {
        return content.read(offset, PART).thenComposeAsync(bytes -> {
            int length = bytes.remaining();
            append(part, bytes);
            return length == 0 ? CompletableFuture.completedStage(null) : copy(content, offset + length, part);
        }, files);
    }

    private static Path finish(Path base, String name, Path part, String envelope) {
        Path text = base.resolve(name + ".txt");
        Path target = base.resolve(name + ".eml");
        try {
            Files.deleteIfExists(text);
            append(text, ByteBuffer.wrap(envelope.getBytes(StandardCharsets.UTF_8)));
            sync(text);
            sync(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private static String envelope(Message message, List<Recipient> recipients, List<String> reasons) {
        StringBuilder text = new StringBuilder();
        text.append("Queue-Id: ").append(message.id()).append('\n');
        text.append("Sender: <").append(message.sender().map(Object::toString).orElse("")).append(">\n");
        text.append("Arrived: ").append(message.arrived()).append('\n');
        for (int i = 0; i < recipients.size(); i++) {
            text.append("Recipient: <").append(recipients.get(i).address()).append("> ").append(reasons.get(i)).append('\n');
        }
        return text.toString();
    }

    private static void append(Path file, ByteBuffer bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
