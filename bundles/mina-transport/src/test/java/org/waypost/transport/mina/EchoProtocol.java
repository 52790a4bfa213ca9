package org.waypost.transport.mina;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Protocol;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/**
 * A small protocol with every kind of want: it numbers its answers, so a lost or doubled one shows.
 * {@code DATA}, {@code CHUNK n}, {@code STARTTLS}, {@code SLOW}, {@code FLUSH}, {@code HANG},
 * {@code PAUSE}, {@code KEY} (the peer's), {@code QUIT}; anything else is echoed.
 */
public class EchoProtocol implements Protocol {
    private final Executor elsewhere;
    private final Duration patience;
    private volatile ListenerSpec spec;
    public final BlockingQueue<ListenerStatus> statuses = new LinkedBlockingQueue<>();
    public final BlockingQueue<CloseReason> closings = new LinkedBlockingQueue<>();
    public volatile List<Runnable> hanging = List.of();

    public EchoProtocol(ListenerSpec spec, Executor elsewhere, Duration patience) {
        this.spec = spec;
        this.elsewhere = elsewhere;
        this.patience = patience;
    }

    public void spec(ListenerSpec newSpec) {
        spec = newSpec;
    }

    @Override
    public ListenerSpec listener() {
        return spec;
    }

    @Override
    public Conversation open(Connection connection) {
        return new Echo(connection);
    }

    @Override
    public Conversation thaw(Connection connection, FrozenConversation frozen) {
        Echo echo = new Echo(connection);
        echo.count = (Long) frozen.data().get("count");
        echo.length = (Long) frozen.data().get("length");
        echo.hash = (Long) frozen.data().get("hash");
        echo.chunk = (Long) frozen.data().get("chunk");
        return echo;
    }

    @Override
    public void listenerChanged(ListenerStatus status) {
        statuses.add(status);
    }

    private final class Echo implements Conversation {
        private final Connection connection;
        private long count;
        private long length;
        private long hash;
        private long chunk;

        Echo(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void opened() {
            answer(connection.tls().map(tls -> "hello " + tls.protocol()).orElse("hello"));
        }

        private void answer(String text) {
            connection.write(ByteBuffer.wrap((count++ + " " + text + "\r\n").getBytes(US_ASCII)));
            line();
        }

        private void line() {
            connection.read(new Want.Line(100), patience);
        }

        @Override
        public void received(Unit unit) {
            if (unit instanceof Unit.Line line) {
                command(line.tooLong() ? "TOOLONG" : new String(line.bytes(), US_ASCII));
            } else if (unit instanceof Unit.Part part) {
                part(part);
            } else if (unit instanceof Unit.Secured secured) {
                answer("secured " + secured.tls().protocol());
            } else {
                answer(unit.getClass().getSimpleName());
            }
        }

        private void command(String line) {
            if (line.equals("DATA")) {
                connection.read(new Want.DotStuffed(1000, false), patience);
            } else if (line.startsWith("CHUNK ")) {
                chunk = Long.parseLong(line.substring(6));
                connection.read(new Want.Counted(chunk, 1000), patience);
            } else if (line.equals("STARTTLS")) {
                connection.write(ByteBuffer.wrap((count++ + " go\r\n").getBytes(US_ASCII)));
                connection.read(new Want.Handshake(Optional.empty()), patience);
                connection.write(ByteBuffer.wrap((count++ + " secret\r\n").getBytes(US_ASCII)));
            } else if (line.equals("SLOW")) {
                elsewhere.execute(() -> connection.execute(() -> answer("slow")));
            } else if (line.equals("FLUSH")) {
                connection.write(ByteBuffer.wrap((count++ + " flush\r\n").getBytes(US_ASCII)));
                connection.flush().thenAccept(connected -> answer("flushed " + connected));
            } else if (line.equals("HANG")) {
                hanging = List.of(() -> connection.execute(() -> answer("late")));
            } else if (line.equals("PAUSE")) {
                connection.read(new Want.Pause(Duration.ofMillis(300)), patience);
            } else if (line.equals("KEY")) {
                answer(connection.tls().flatMap(TlsInfo::peerKey).orElse("none"));
            } else if (line.equals("FAIL")) {
                throw new IllegalArgumentException("told to fail");
            } else if (line.equals("QUIT")) {
                connection.write(ByteBuffer.wrap((count++ + " bye\r\n").getBytes(US_ASCII)));
                connection.close();
            } else {
                answer(line);
            }
        }

        private void part(Unit.Part part) {
            boolean counted = chunk > 0;
            chunk -= counted ? part.bytes().remaining() : 0;
            length += part.bytes().remaining();
            while (part.bytes().hasRemaining()) {
                hash = hash * 31 + part.bytes().get();
            }
            if (part.last()) {
                String result = "data " + length + " " + hash;
                length = 0;
                hash = 0;
                chunk = 0;
                elsewhere.execute(() -> connection.execute(() -> answer(result)));
            } else {
                connection.read(counted ? new Want.Counted(chunk, 1000) : new Want.DotStuffed(1000, false), patience);
            }
        }

        @Override
        public void signalled(String signal) {
            connection.write(ByteBuffer.wrap((count++ + " " + signal + "\r\n").getBytes(US_ASCII)));
            connection.close();
        }

        @Override
        public void closed(CloseReason reason) {
            closings.add(reason);
        }

        @Override
        public FrozenConversation freeze() {
            return new FrozenConversation("echo", 1, Map.of("count", count, "length", length, "hash", hash, "chunk", chunk));
        }
    }
}
