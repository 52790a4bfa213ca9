package org.waypost.transport.mina.connection;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.service.IoHandler;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.FilterEvent;
import org.apache.mina.filter.ssl.SslEvent;
import org.waypost.connection.CloseReason;

/** Carries MINA's events to the channels. */
public final class ChannelHandler implements IoHandler {
    private static final AttributeKey CHANNEL = new AttributeKey(ChannelHandler.class, "channel");

    private final Function<IoSession, Optional<Channel>> admission;

    /** @param admission makes the channel of a new session; empty if it was turned away */
    public ChannelHandler(Function<IoSession, Optional<Channel>> admission) {
        this.admission = admission;
    }

    /** Null for a session that was turned away. */
    public static Channel channelOf(IoSession session) {
        return (Channel) session.getAttribute(CHANNEL);
    }

    @Override
    public void sessionCreated(IoSession session) {
        admission.apply(session).ifPresent(channel -> {
            session.setAttribute(CHANNEL, channel);
            // Not by sessionClosed, which MINA's TLS filter withholds after a handshake that failed.
            session.getCloseFuture().addListener(closed -> channel.gone());
        });
    }

    @Override
    public void sessionOpened(IoSession session) {
        Channel channel = channelOf(session);
        if (channel != null) {
            channel.wake();
        }
    }

    @Override
    public void messageReceived(IoSession session, Object message) {
        Channel channel = channelOf(session);
        if (channel != null) {
            channel.received(((IoBuffer) message).buf());
        }
    }

    @Override
    public void messageSent(IoSession session, Object message) {
        Channel channel = channelOf(session);
        if (channel != null) {
            channel.sent();
        }
    }

    @Override
    public void inputClosed(IoSession session) {
        Channel channel = channelOf(session);
        if (channel == null) {
            session.closeNow();
        } else {
            channel.inputEnded();
        }
    }

    @Override
    public void event(IoSession session, FilterEvent event) {
        Channel channel = channelOf(session);
        if (channel != null && event == SslEvent.SECURED) {
            channel.secured();
            // What came together with the end of a handshake whose task ran elsewhere is decoded already, but MINA
            // delivers it only when something else comes in. In a turn, as MINA holds locks here.
            channel.submit(() -> session.getFilterChain().fireMessageReceived(IoBuffer.allocate(0)));
        }
    }

    @Override
    public void exceptionCaught(IoSession session, Throwable cause) {
        Channel channel = channelOf(session);
        if (channel == null) {
            session.closeNow();
        } else {
            channel.failed(new CloseReason(kindOf(channel, cause), String.valueOf(cause.getMessage())));
        }
    }

    private static CloseReason.Kind kindOf(Channel channel, Throwable cause) {
        if (cause instanceof SSLException || channel.isHandshaking()) {
            return CloseReason.Kind.TLS_FAILED;
        }
        return cause instanceof IOException ? CloseReason.Kind.CLOSED_BY_PEER : CloseReason.Kind.FAILED;
    }

    @Override
    public void sessionClosed(IoSession session) {
        // The close future told it.
    }

    @Override
    public void sessionIdle(IoSession session, IdleStatus status) {
        // Time limits are kept by the channels' own requests.
    }
}
