package org.waypost.testkit.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.ContentSource;

/** A content in memory, handed out in pieces of a size of its own. */
public final class SampleContent implements ContentSource {
    private final byte[] bytes;
    private final int piece;

    public SampleContent(byte[] bytes, int piece) {
        this.bytes = bytes.clone();
        this.piece = piece;
    }

    /** A text in one piece. */
    public static SampleContent of(String text) {
        return new SampleContent(text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    /** Header fields and then lines of text, up to a size. */
    public static SampleContent large(int size, int piece) {
        StringBuilder text = new StringBuilder(size).append("Subject: large\r\n\r\n");
        for (int line = 0; text.length() < size - 20; line++) {
            text.append("line ").append(line).append("\r\n");
        }
        return new SampleContent(text.toString().getBytes(StandardCharsets.US_ASCII), piece);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public CompletionStage<ByteBuffer> read(long offset, int max) {
        int length = (int) Math.min(Math.min(max, piece), bytes.length - offset);
        return CompletableFuture.completedStage(ByteBuffer.allocate(length).put(bytes, (int) offset, length).flip());
    }
}
