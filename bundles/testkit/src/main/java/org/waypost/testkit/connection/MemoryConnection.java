package org.waypost.testkit.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Outgoing;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/**
 * A {@link Connection} whose peer is the test: {@link #feed} is what the peer sends, {@link #output}
 * what it got. A handshake drops unread input and succeeds at once, unless the peer's key is none of those that are
 * asked for. Any thread.
 */
public final class MemoryConnection implements Connection {
    private static final TlsInfo TLS = new TlsInfo("TLSv1.3", "TLS_AES_256_GCM_SHA384", 256, false);

    private final ConnectionInfo info;
    private final Mailbox mailbox = new Mailbox();
    private final InputBytes input = new InputBytes();
    private final LineFraming lines = new LineFraming();
    private final DotFraming dots = new DotFraming();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private Conversation conversation;
    private Want want;
    private long reads;
    private TlsInfo agreed = TLS;
    private Want.Handshake lastHandshake;
    private TlsInfo tls;
    private boolean gone;
    private Outgoing.Parked parked;

    public MemoryConnection(ConnectionInfo info) {
        this.info = Objects.requireNonNull(info);
    }

    /** The peer shows a certificate in handshakes to come. @param key see {@link TlsInfo#peerKey()} */
    public MemoryConnection showing(String key) {
        agreed = new TlsInfo(TLS.protocol(), TLS.cipherSuite(), TLS.bits(), TLS.peerVerified(), Optional.of(key));
        return this;
    }

    /** As after a handshake before the first byte. */
    public MemoryConnection secured() {
        tls = agreed;
        return this;
    }

    /** Gives it the conversation of an incoming connection and opens that. */
    public void start(Function<Connection, Conversation> protocol) {
        attach(protocol.apply(this));
    }

    @Override
    public void attach(Conversation first) {
        mailbox.execute(() -> {
            boolean fresh = parked == null;
            parked = null;
            conversation = first;
            if (fresh) {
                first.opened();
            }
        });
    }

    /** The peer sends. */
    public void feed(byte[] bytes) {
        mailbox.execute(() -> {
            input.add(bytes);
            pump();
        });
    }

    /** The peer sends ASCII text. */
    public void feed(String text) {
        feed(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * The time of the want that is outstanding now is over: a pause is, or else the peer was silent for too long.
     * A want that comes while another thread still has a turn keeps its time.
     */
    public void timeOut() {
        long due = reads();
        mailbox.execute(() -> {
            if (reads() == due) {
                give(want instanceof Want.Pause ? new Unit.Elapsed() : new Unit.TimedOut());
            }
        });
    }

    public void signal(String signal) {
        mailbox.execute(() -> conversation.signalled(signal));
    }

    /** The peer closes or the network breaks. */
    public void drop() {
        mailbox.execute(() -> end(CloseReason.Kind.CLOSED_BY_PEER));
    }

    /**
     * Replaces the conversation by what another version thaws from it.
     *
     * @return false, with nothing changed, if no want is outstanding
     */
    public boolean replace(Function<FrozenConversation, Conversation> thaw) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        mailbox.execute(() -> {
            boolean atRest = want != null && !gone;
            if (atRest) {
                conversation = thaw.apply(conversation.freeze());
            }
            done.complete(atRest);
        });
        return done.join();
    }

    /** What was written so far. */
    public byte[] output() {
        synchronized (sent) {
            return sent.toByteArray();
        }
    }

    /** What was written since the last call, as ISO 8859-1. */
    public String take() {
        synchronized (sent) {
            String text = sent.toString(StandardCharsets.ISO_8859_1);
            sent.reset();
            return text;
        }
    }

    public synchronized boolean isClosed() {
        return gone;
    }

    /** How the last handshake was asked for. */
    public synchronized Optional<Want.Handshake> handshake() {
        return Optional.ofNullable(lastHandshake);
    }

    /** What is asked of the peer now. */
    public synchronized Optional<Want> want() {
        return Optional.ofNullable(want);
    }

    /** Set after {@link #park}. */
    public Optional<Outgoing.Parked> parked() {
        return Optional.ofNullable(parked);
    }

    @Override
    public ConnectionInfo info() {
        return info;
    }

    @Override
    public Optional<TlsInfo> tls() {
        return Optional.ofNullable(tls);
    }

    @Override
    public synchronized void read(Want next, Duration timeout) {
        if (want != null) {
            throw new IllegalStateException("outstanding: " + want);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + timeout);
        }
        want = Objects.requireNonNull(next);
        reads++;
        if (next instanceof Want.Handshake asked) {
            lastHandshake = asked;
            input.clear();
        }
        mailbox.execute(this::pump);
    }

    @Override
    public void write(ByteBuffer bytes) {
        synchronized (sent) {
            while (bytes.hasRemaining()) {
                sent.write(bytes.get());
            }
        }
    }

    @Override
    public CompletionStage<Boolean> flush() {
        return CompletableFuture.completedFuture(!isClosed());
    }

    @Override
    public void execute(Runnable turn) {
        mailbox.execute(() -> {
            if (!isClosed()) {
                turn.run();
            }
        });
    }

    @Override
    public void close() {
        mailbox.execute(() -> end(CloseReason.Kind.CLOSED_HERE));
    }

    @Override
    public void abort() {
        close();
    }

    @Override
    public void park(String key, FrozenConversation state, Duration keep) {
        parked = new Outgoing.Parked(this, state);
        conversation = null;
    }

    private synchronized long reads() {
        return reads;
    }

    private void pump() {
        Want now = want().orElse(null);
        if (now != null) {
            unit(now).ifPresent(this::give);
        }
    }

    private Optional<Unit> unit(Want now) {
        if (now instanceof Want.Line line) {
            return lines.next(line, input);
        } else if (now instanceof Want.DotStuffed dotStuffed) {
            return dots.next(dotStuffed, input);
        } else if (now instanceof Want.Counted counted) {
            return count(counted);
        } else if (now instanceof Want.Handshake asked) {
            return secure(asked);
        }
        return Optional.empty();
    }

    private Optional<Unit> secure(Want.Handshake asked) {
        Set<String> keys = asked.client().map(Want.ClientTls::peerKeys).orElse(Set.of());
        if (!keys.isEmpty() && agreed.peerKey().filter(keys::contains).isEmpty()) {
            end(CloseReason.Kind.TLS_FAILED);
            return Optional.empty();
        }
        tls = agreed;
        return Optional.of(new Unit.Secured(tls));
    }

    private Optional<Unit> count(Want.Counted counted) {
        int length = (int) Math.min(Math.min(counted.remaining(), counted.maxPart()), input.available());
        if (length == 0 && counted.remaining() > 0) {
            return Optional.empty();
        }
        byte[] part = new byte[length];
        for (int i = 0; i < length; i++) {
            part[i] = input.next();
        }
        return Optional.of(new Unit.Part(ByteBuffer.wrap(part), length == counted.remaining(), false));
    }

    private void give(Unit unit) {
        synchronized (this) {
            if (want == null || gone) {
                return;
            }
            want = null;
        }
        conversation.received(unit);
        mailbox.execute(this::pump);
    }

    private void end(CloseReason.Kind kind) {
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            want = null;
        }
        if (conversation != null) {
            conversation.closed(new CloseReason(kind, ""));
        }
    }
}
