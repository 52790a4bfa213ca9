package org.waypost.smtp.client.session;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.ContentSource;

/** Reads small contents whole. */
final class Contents {
    /** What is held in memory and sent in one piece, in octets. */
    static final int SMALL = 64 * 1024;

    private Contents() {
    }

    /** Fails with {@link EOFException} if the content is shorter than it says. */
    static CompletionStage<ByteBuffer> whole(ContentSource content) {
        int size = Math.toIntExact(content.size());
        return content.read(0, Math.max(1, size)).thenCompose(first -> first.remaining() == size
                ? CompletableFuture.completedStage(first)
                : fill(content, ByteBuffer.allocate(size).put(first)));
    }

    private static CompletionStage<ByteBuffer> fill(ContentSource content, ByteBuffer whole) {
        if (!whole.hasRemaining()) {
            return CompletableFuture.completedStage(whole.flip());
        }
        return content.read(whole.position(), whole.remaining()).thenCompose(more -> more.hasRemaining()
                ? fill(content, whole.put(more))
                : CompletableFuture.failedStage(new EOFException("content ends at " + whole.position())));
    }
}
