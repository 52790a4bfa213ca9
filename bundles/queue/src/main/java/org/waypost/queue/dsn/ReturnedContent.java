package org.waypost.queue.dsn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.ContentSource;
import org.waypost.format.dsn.Action;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.BodyType;
import org.waypost.mail.Message;
import org.waypost.mail.ReturnContent;

/**
 * What of a message goes back with a DSN.
 *
 * @param whole whether it is the whole message rather than its header
 */
public record ReturnedContent(byte[] bytes, boolean whole) {
    /** When the content cannot be read. */
    public static final ReturnedContent NOTHING = new ReturnedContent(new byte[0], false);

    /** A larger message is not returned as a whole, whatever was asked for; in octets. */
    static final int WHOLE_LIMIT = 50_000;
    /** A larger header is cut; in octets. */
    static final int HEADER_LIMIT = 32_768;

    /**
     * The whole message if it is small, some recipient failed and the sender did not ask for the header
     * alone (RFC 3461 4.3, 6.2); else the header.
     */
    public static CompletionStage<ReturnedContent> of(Message message, List<RecipientReport> reports, ContentSource content) {
        boolean whole = reports.stream().anyMatch(report -> report.action() == Action.FAILED)
                && message.returnContent().orElse(ReturnContent.FULL) == ReturnContent.FULL
                && message.body() != BodyType.BINARY_MIME && content.size() <= WHOLE_LIMIT;
        return read(content, whole ? WHOLE_LIMIT : HEADER_LIMIT, new ByteArrayOutputStream())
                .thenApply(bytes -> new ReturnedContent(whole ? bytes : header(bytes), whole));
    }

    private static CompletionStage<byte[]> read(ContentSource content, int limit, ByteArrayOutputStream got) {
        if (got.size() >= limit) {
            return CompletableFuture.completedStage(got.toByteArray());
        }
        return content.read(got.size(), limit - got.size()).thenCompose(part -> {
            append(part, got);
            return !part.hasRemaining() ? CompletableFuture.completedStage(got.toByteArray()) : read(content, limit, got);
        });
    }

    private static void append(ByteBuffer part, ByteArrayOutputStream got) {
        byte[] bytes = new byte[part.remaining()];
        part.duplicate().get(bytes);
        got.write(bytes, 0, bytes.length);
    }

    /** Up to the empty line; a header that is cut or does not end is cut after its last whole line. */
    private static byte[] header(byte[] bytes) {
        int lineStart = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i - 1] == '\r' && bytes[i] == '\n') {
                if (i - 1 == lineStart) {
                    return Arrays.copyOf(bytes, lineStart);
                }
                lineStart = i + 1;
            }
        }
        return Arrays.copyOf(bytes, lineStart);
    }
}
