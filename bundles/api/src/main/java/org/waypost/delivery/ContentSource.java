package org.waypost.delivery;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** A message's content for reading, in pieces of the reader's choice. Any thread. */
public interface ContentSource {
    /** In octets. */
    long size();

    /** Up to {@code max} octets from the offset; empty at the end. The buffer belongs to the reader. */
    CompletionStage<ByteBuffer> read(long offset, int max);
}
