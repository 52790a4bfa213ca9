package org.waypost.smtp.client.session;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.waypost.delivery.ContentSource;

/**
 * Sends a large content piece by piece, never holding more than one. The next piece is read when the
 * socket took the one before. All in the mailbox but the reading.
 */
final class ContentStream {
    private static final int PIECE = 64 * 1024;

    private final Session session;
    private final ContentSource content;
    private final DataEncoder encoder;
    private final Runnable sent;
    private final Consumer<Throwable> failed;
    private long offset;
    private boolean progress;

    /**
     * @param encoder null for a chunk, which is sent as it is
     * @param sent called when the last octet was handed over
     */
    ContentStream(Session session, ContentSource content, DataEncoder encoder, Runnable sent, Consumer<Throwable> failed) {
        this.session = session;
        this.content = content;
        this.encoder = encoder;
        this.sent = sent;
        this.failed = failed;
    }

    void next() {
        progress = true;
        if (offset < content.size()) {
            int length = (int) Math.min(PIECE, content.size() - offset);
            content.read(offset, length).whenComplete((piece, failure) -> session.execute(() -> took(piece, failure)));
        } else {
            if (encoder != null) {
                session.write(encoder.finish());
            }
            sent.run();
        }
    }

    /** Whether something was sent since this was asked last. */
    boolean progressed() {
        boolean before = progress;
        progress = false;
        return before;
    }

    private void took(ByteBuffer piece, Throwable failure) {
        if (failure != null || !piece.hasRemaining()) {
            failed.accept(failure != null ? failure : new EOFException("content ends at " + offset));
            return;
        }
        offset += piece.remaining();
        session.write(encoder == null ? piece : encoder.encode(piece));
        session.flush().thenAccept(connected -> {
            if (connected) {
                next();
            }
        });
    }
}
