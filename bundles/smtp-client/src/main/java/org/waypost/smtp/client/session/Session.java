package org.waypost.smtp.client.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.format.smtp.Parsed;
import org.waypost.format.smtp.ReplyReader;
import org.waypost.mail.Reply;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/**
 * The client's side of one connection: gives replies to the dialogue under way and turns whatever
 * ends a connection into {@link Trouble}. Everything happens in the connection's mailbox.
 */
public final class Session implements Conversation {
    /** RFC 5321 4.5.3.1.5 allows 512; some servers write more. */
    private static final int MAX_REPLY_LINE = 4096;

    private final Connection connection;
    private final String remote;
    private final Meter meter;
    private final ReplyReader replies = new ReplyReader();
    private Dialogue dialogue;
    private ClientStep step = ClientStep.GREETING;
    private boolean over;

    /** @param remote the peer as operators know it */
    public Session(Connection connection, String remote, Meter meter) {
        this.connection = connection;
        this.remote = remote;
        this.meter = meter;
    }

    public String remote() {
        return remote;
    }

    /** Who is at the other end, and how the way there is secured. */
    Peer peer() {
        return Peer.of(remote, connection);
    }

    /** Goes on with another dialogue, in a turn of the mailbox. */
    public void begin(Dialogue next) {
        dialogue = Objects.requireNonNull(next);
        next.begin();
    }

    void write(ByteBuffer bytes) {
        connection.write(bytes);
    }

    void write(String line) {
        write(ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    CompletionStage<Boolean> flush() {
        return connection.flush();
    }

    public void execute(Runnable turn) {
        connection.execute(turn);
    }

    /** Asks for the next reply. */
    void await(ClientStep now) {
        step = now;
        read(new Want.Line(MAX_REPLY_LINE));
    }

    /** Goes on from one step to the next while a reply is awaited already. */
    void enter(ClientStep now) {
        step = now;
    }

    ClientStep step() {
        return step;
    }

    void secure(Want.ClientTls tls) {
        step = ClientStep.STARTTLS;
        read(new Want.Handshake(Optional.of(tls)));
    }

    boolean isSecure() {
        return connection.tls().isPresent();
    }

    /** Of TLS, such as {@code TLSv1.3}; {@code none} in the clear. */
    public String protocol() {
        return connection.tls().map(TlsInfo::protocol).orElse("none");
    }

    /** See {@link Dialogue#awaitsVerdict}. */
    public boolean awaitsVerdict() {
        return !over && dialogue.awaitsVerdict();
    }

    /** Ends it politely; the answer to QUIT is of no interest. */
    public void quit() {
        over = true;
        write("QUIT");
        connection.close();
    }

    /** Ends it at once. Any thread. */
    public void abort() {
        connection.abort();
    }

    /** Hands the connection to the transport's pool. */
    public void park(String key, FrozenConversation state, Duration keep) {
        over = true;
        connection.park(key, state, keep);
    }

    /** Gives up, as if the peer had done so. */
    void fail(Trouble trouble) {
        if (!over) {
            over = true;
            connection.abort();
            dialogue.broken(trouble);
        }
    }

    @Override
    public void opened() {
        dialogue.begin();
    }

    /** Makes it begin with this dialogue when it {@linkplain #opened() opens}. */
    public void first(Dialogue first) {
        dialogue = first;
    }

    @Override
    public void received(Unit unit) {
        if (unit instanceof Unit.Line line) {
            receivedLine(line);
        } else if (unit instanceof Unit.Secured) {
            dialogue.secured();
        } else if (unit instanceof Unit.TimedOut && !dialogue.isProgressing()) {
            fail(Trouble.of("4.4.2", "conversation with " + remote + " timed out " + step.phrase()));
        } else {
            read(new Want.Line(MAX_REPLY_LINE));
        }
    }

    private void receivedLine(Unit.Line line) {
        Optional<Parsed<Reply>> parsed = line.tooLong() ? Optional.of(new Parsed.Bad<>("The peer's reply is too long"))
                : replies.line(line.bytes());
        if (parsed.isEmpty()) {
            read(new Want.Line(MAX_REPLY_LINE));
        } else if (parsed.get() instanceof Parsed.Ok<Reply> ok) {
            meter.count(Metric.SMTP_CLIENT_REPLIES, ok.value().code() / 100 + "xx");
            dialogue.reply(ok.value());
        } else if (parsed.get() instanceof Parsed.Bad<Reply> bad) {
            fail(Trouble.of("4.5.0", bad.reason() + " (" + remote + " " + step.phrase() + ")"));
        }
    }

    private void read(Want want) {
        if (!over) {
            connection.read(want, step.timeout());
        }
    }

    @Override
    public void signalled(String signal) {
        if (signal.equals(Connection.SHUTDOWN) && !awaitsVerdict()) {
            fail(Trouble.of("4.3.2", "this server is stopping"));
        }
    }

    @Override
    public void closed(CloseReason reason) {
        if (!over) {
            over = true;
            String detail = reason.detail().isEmpty() ? "" : " (" + reason.detail() + ")";
            dialogue.broken(Trouble.of("4.4.2", "lost connection with " + remote + " " + step.phrase() + detail));
        }
    }

    /** The pool is given its data by {@link #park}; between dialogues nothing else is at rest. */
    @Override
    public FrozenConversation freeze() {
        throw new IllegalStateException("a delivery is finished or given up, never frozen");
    }
}
