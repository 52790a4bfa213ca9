package org.waypost.link.port;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.link.codec.Chunks;
import org.waypost.link.codec.Decoded;
import org.waypost.link.codec.Message;
import org.waypost.topology.Server;

/**
 * One persistent connection, from either end: lines of {@link Chunks} in both directions, the next message read when the
 * one before is answered. Nothing that a stranger says is looked at.
 */
final class Talk implements Conversation {
    static final String PROTOCOL = "link-state";
    private static final int VERSION = 1;
    private static final String COLLECTED = "collected";

    private final Connection connection;
    private final Talks talks;
    private final Optional<Want.ClientTls> handshake;
    private final Consumer<String> ended;
    private final Outbox outbox;
    private final Chunks chunks = new Chunks();
    private volatile Optional<Server> peer = Optional.empty();
    private boolean collecting;
    private boolean over;
    private String reason = "";

    private Talk(Connection connection, Talks talks, Optional<Want.ClientTls> handshake, Consumer<String> ended) {
        this.connection = connection;
        this.talks = talks;
        this.handshake = handshake;
        this.ended = ended;
        outbox = new Outbox(connection);
    }

    /** From a member. */
    static Talk incoming(Connection connection, Talks talks) {
        return new Talk(connection, talks, Optional.empty(), reason -> { });
    }

    /** With the master. @param ended is told when it is over, and why */
    static Talk outgoing(Connection connection, Talks talks, Want.ClientTls handshake, Consumer<String> ended) {
        return new Talk(connection, talks, Optional.of(handshake), ended);
    }

    /** @throws IllegalArgumentException if it cannot go on */
    static Talk thawed(Connection connection, Talks talks, FrozenConversation frozen) {
        if (!frozen.protocol().equals(PROTOCOL) || frozen.version() != VERSION || !Boolean.FALSE.equals(frozen.data().get(COLLECTED))) {
            throw new IllegalArgumentException("cannot go on: " + frozen.protocol() + " " + frozen.version());
        }
        Talk talk = incoming(connection, talks);
        talk.peer = Optional.of(talk.known().orElseThrow(() -> new IllegalArgumentException("no longer a server of the organization")));
        talk.begin(() -> { });
        return talk;
    }

    @Override
    public void opened() {
        handshake.ifPresentOrElse(tls -> connection.read(new Want.Handshake(Optional.of(tls)), talks.silence()), this::admit);
    }

    @Override
    public void received(Unit unit) {
        if (over) {
            return;
        }
        if (unit instanceof Unit.Secured) {
            admit();
        } else if (unit instanceof Unit.Line line) {
            line(line);
        } else {
            end("no word for " + talks.silence().toSeconds() + " s");
        }
    }

    /** Any thread. */
    void send(List<Message> messages) {
        connection.execute(() -> write(messages));
    }

    /** Ends it, and the participant is not told. Any thread. */
    void leave() {
        connection.execute(() -> {
            peer.ifPresent(server -> talks.left(server, this));
            end("it is not needed any more");
        });
    }

    /** Whether the peer was ever known as a server of the organization. Any thread. */
    boolean stood() {
        return peer.isPresent();
    }

    /** Whose key the peer showed, for as long as it is a server of the organization. */
    private Optional<Server> known() {
        return talks.server(connection.tls().flatMap(TlsInfo::peerKey));
    }

    private void admit() {
        peer = known();
        if (peer.isEmpty()) {
            stranger();
            end("not a server of the organization");
        } else {
            begin(this::readLine);
        }
    }

    private void stranger() {
        if (connection.info().inbound()) {
            talks.stranger(connection.info().remote().getAddress());
        }
    }

    private void begin(Runnable next) {
        Server server = peer.orElseThrow();
        talks.stands(server, this);
        talks.desk().connected(server.id()).whenComplete((first, failure) -> answered(first, failure, next));
    }

    private void answered(List<Message> answers, Throwable failure, Runnable next) {
        connection.execute(() -> {
            if (failure != null) {
                end("this server is stopping");
            } else if (!over) {
                write(answers);
                next.run();
            }
        });
    }

    private void write(List<Message> messages) {
        if (!over && !outbox.add(messages)) {
            end("it does not read what it is sent");
        }
    }

    private void readLine() {
        if (!over) {
            connection.read(new Want.Line(Chunks.MAX_LINE), talks.silence());
        }
    }

    private void line(Unit.Line line) {
        Server server = peer.orElseThrow();
        if (talks.roster().members().server(connection.tls().flatMap(TlsInfo::peerKey)).isEmpty()) {
            end("it is no longer a server of the organization");
            return;
        }
        Optional<Decoded<Message>> message = line.tooLong() ? Optional.of(new Decoded.Bad<>("a line of more than " + Chunks.MAX_LINE + " octets"))
                : chunks.line(new String(line.bytes(), StandardCharsets.ISO_8859_1));
        collecting = message.isEmpty();
        if (message.isEmpty()) {
            readLine();
        } else if (message.get() instanceof Decoded.Ok<Message> ok) {
            talks.desk().received(server.id(), ok.value()).whenComplete((answers, failure) -> answered(answers, failure, this::readLine));
        } else if (message.get() instanceof Decoded.Bad<Message> bad) {
            talks.refused(server, bad.reason());
            end("it sent what is no message: " + bad.reason());
        }
    }

    private void end(String why) {
        if (!over) {
            over = true;
            reason = why;
            outbox.end();
            connection.abort();
        }
    }

    @Override
    public void signalled(String signal) {
        if (signal.equals(Connection.SHUTDOWN)) {
            end("this server is stopping");
        }
    }

    @Override
    public void closed(CloseReason why) {
        boolean ours = over;
        over = true;
        outbox.end();
        if (!ours && peer.isEmpty() && why.kind() == CloseReason.Kind.TLS_FAILED) {
            stranger();
        }
        String text = ours ? reason : text(why);
        peer.ifPresent(server -> talks.gone(server, this, text));
        ended.accept(text);
    }

    private static String text(CloseReason why) {
        String what = switch (why.kind()) {
            case CLOSED_BY_PEER -> "it closed the connection";
            case TLS_FAILED -> "the TLS handshake failed";
            case TRANSPORT_STOPPED -> "the transport is stopping";
            default -> "the connection broke";
        };
        return why.detail().isEmpty() ? what : what + " (" + why.detail() + ")";
    }

    @Override
    public FrozenConversation freeze() {
        over = true;
        outbox.end();
        peer.ifPresent(server -> talks.left(server, this));
        return new FrozenConversation(PROTOCOL, VERSION, Map.of(COLLECTED, collecting));
    }
}
