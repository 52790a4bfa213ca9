package org.waypost.queue.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.ContentSource;
import org.waypost.mail.Message;
import org.waypost.service.Gate;
import org.waypost.spool.Spool;

/** A message's content in whichever spool is there when it is read. */
record SpoolContent(Message message, Gate<Spool> spool) implements ContentSource {
    @Override
    public long size() {
        return message.size();
    }

    @Override
    public CompletionStage<ByteBuffer> read(long offset, int max) {
        return spool.call(service -> service.read(message.content(), offset, max));
    }
}
