package org.waypost.transport.mina.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.mina.core.service.IoProcessor;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.transport.socket.nio.NioProcessor;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * The I/O threads, shared by all sockets. Unlike MINA's own pool it changes what a socket is watched for
 * only in that socket's I/O thread: done elsewhere, the change can undo one made there at the same
 * moment, and a half-written answer would never be finished.
 */
public final class IoProcessors implements IoProcessor<NioSession> {
    private final List<NioProcessor> processors = new ArrayList<>();
    private volatile boolean disposing;

    public IoProcessors(int count, Executor threads) {
        for (int i = 0; i < count; i++) {
            processors.add(new NioProcessor(threads));
        }
    }

    private NioProcessor of(NioSession session) {
        return processors.get((int) (session.getId() % processors.size()));
    }

    @Override
    public void add(NioSession session) {
        of(session).add(session);
    }

    @Override
    public void flush(NioSession session) {
        of(session).flush(session);
    }

    @Override
    public void write(NioSession session, WriteRequest request) {
        of(session).write(session, request);
    }

    @Override
    public void updateTrafficControl(NioSession session) {
        of(session).updateTrafficMask(session);
    }

    @Override
    public void remove(NioSession session) {
        of(session).remove(session);
    }

    @Override
    public boolean isDisposing() {
        return disposing;
    }

    @Override
    public boolean isDisposed() {
        return processors.stream().allMatch(NioProcessor::isDisposed);
    }

    @Override
    public void dispose() {
        disposing = true;
        processors.forEach(NioProcessor::dispose);
    }
}
