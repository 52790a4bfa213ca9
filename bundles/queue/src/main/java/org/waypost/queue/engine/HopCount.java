package org.waypost.queue.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.ContentSource;
import org.waypost.mail.Message;
import org.waypost.mail.Origin;

/** Counts the Received fields of a header (RFC 5321 6.3), as far as it is read: they stand before all others. */
final class HopCount {
    /** Room for many more such fields than servers that a message should pass, in octets. */
    private static final int READ = 65_536;
    private static final int CHUNK = 8_192;
    private static final String FIELD = "received:";
    private static final int OTHER_LINE = -1;

    private final ContentSource content;
    private int count;
    private int at;
    /** How much of the field name this line matched, or {@link #OTHER_LINE}. */
    private int matched;
    private boolean complete;

    private HopCount(ContentSource content) {
        this.content = content;
    }

    /** A message made here has passed no server. */
    static CompletionStage<Integer> of(Message message, ContentSource content) {
        return message.origin().equals(Origin.HERE) ? CompletableFuture.completedStage(0) : new HopCount(content).read();
    }

    private CompletionStage<Integer> read() {
        if (complete || at >= READ) {
            return CompletableFuture.completedStage(count);
        }
        return content.read(at, CHUNK).thenCompose(part -> {
            complete = !part.hasRemaining();
            feed(part);
            return read();
        });
    }

    private void feed(ByteBuffer part) {
        at += part.remaining();
        for (int i = part.position(); i < part.limit() && !complete; i++) {
            step(part.get(i));
        }
    }

    private void step(byte b) {
        if (matched == 0 && (b == '\r' || b == '\n')) {
            complete = true;
        } else if (b == '\n') {
            matched = 0;
        } else if (matched != OTHER_LINE) {
            match(b);
        }
    }

    private void match(byte b) {
        int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
        matched = lower == FIELD.charAt(matched) ? matched + 1 : OTHER_LINE;
        if (matched == FIELD.length()) {
            count++;
            matched = OTHER_LINE;
        }
    }
}
