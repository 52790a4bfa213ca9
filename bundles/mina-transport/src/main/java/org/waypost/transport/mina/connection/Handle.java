package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Want;

/**
 * One conversation's view of its channel. It dies with the conversation's stay, so code of a replaced
 * protocol that still holds it can do no harm, and what it left behind is not run.
 */
final class Handle implements Connection {
    private final Channel channel;
    private volatile boolean dead;

    Handle(Channel channel) {
        this.channel = channel;
    }

    void die() {
        dead = true;
    }

    @Override
    public ConnectionInfo info() {
        return channel.info();
    }

    @Override
    public Optional<TlsInfo> tls() {
        return channel.exchange().tls();
    }

    @Override
    public void read(Want want, Duration timeout) {
        if (!dead) {
            channel.exchange().read(want, timeout);
        }
    }

    @Override
    public void write(ByteBuffer bytes) {
        if (!dead) {
            channel.exchange().write(bytes);
        }
    }

    @Override
    public CompletionStage<Boolean> flush() {
        return dead ? CompletableFuture.completedStage(false) : channel.exchange().flush();
    }

    @Override
    public void execute(Runnable turn) {
        if (!dead) {
            channel.submit(new Turn(this, turn));
        }
    }

    @Override
    public void close() {
        if (!dead) {
            channel.exchange().close();
        }
    }

    @Override
    public void abort() {
        if (!dead) {
            channel.abandon(new CloseReason(CloseReason.Kind.CLOSED_HERE, "aborted"));
        }
    }

    @Override
    public void attach(Conversation conversation) {
        if (!dead) {
            channel.taken();
            execute(() -> channel.exchange().attach(this, conversation));
        }
    }

    @Override
    public void park(String key, FrozenConversation state, Duration keep) {
        if (!dead) {
            channel.exchange().park(key, state, keep);
        }
    }

    /** A task that is dropped when its handle died before its turn came. */
    private record Turn(Handle handle, Runnable task) implements Runnable {
        @Override
        public void run() {
            if (!handle.dead) {
                task.run();
            }
        }
    }
}
