package org.waypost.link.greeting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.format.smtp.Parsed;
import org.waypost.format.smtp.ReplyReader;
import org.waypost.link.participant.Participant.Greeted;
import org.waypost.mail.Reply;
import org.waypost.topology.Server;

/**
 * One target greeted: 220 is enough of a smart host; a server that has joined must prove who it is, and then hears of link
 * state if it has the verb. What goes wrong after that does not matter to whether it is reached.
 */
final class Greeting implements Conversation {
    private static final int MAX_LINE = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Place place;
    private final Terms terms;
    private final ReplyReader replies = new ReplyReader();
    private final CompletableFuture<Greeted> outcome = new CompletableFuture<>();
    private Step step = Step.GREETING;
    private boolean reached;
    private Optional<Telling> telling = Optional.empty();

    private enum Step {
        GREETING, HELLO, STARTTLS, SECURE_HELLO, TELLING
    }

    Greeting(Connection connection, Place place, Terms terms) {
        this.connection = connection;
        this.place = place;
        this.terms = terms;
    }

    /** Completes when nothing more is said. */
    CompletionStage<Greeted> outcome() {
        return outcome;
    }

    /** It takes too long. Any thread. */
    void expire(Duration limit) {
        connection.execute(() -> fail("it took more than " + limit.toSeconds() + " s"));
    }

    @Override
    public void opened() {
        read();
    }

    @Override
    public void received(Unit unit) {
        if (outcome.isDone()) {
            return;
        }
        if (unit instanceof Unit.Line line) {
            (line.tooLong() ? Optional.<Parsed<Reply>>of(new Parsed.Bad<>("a line of its reply is too long")) : replies.line(line.bytes()))
                    .ifPresentOrElse(this::reply, this::read);
        } else if (unit instanceof Unit.Secured) {
            say(Step.SECURE_HELLO, "EHLO " + terms.hostName());
        } else {
            fail("it does not answer");
        }
    }

    private void reply(Parsed<Reply> parsed) {
        if (parsed instanceof Parsed.Bad<Reply> bad) {
            fail(bad.reason());
            return;
        }
        Reply reply = ((Parsed.Ok<Reply>) parsed).value();
        if (step == Step.TELLING) {
            telling.orElseThrow().reply(reply);
        } else if (reply.code() != (step == Step.GREETING || step == Step.STARTTLS ? 220 : 250)) {
            fail("it said: " + reply);
        } else {
            proceed(reply);
        }
    }

    private void proceed(Reply reply) {
        switch (step) {
            case GREETING -> greeted();
            case HELLO -> startTls(reply);
            case STARTTLS -> connection.read(new Want.Handshake(terms.tls()), PATIENCE);
            default -> secured(reply);
        }
    }

    private void greeted() {
        if (terms.tls().isPresent()) {
            say(Step.HELLO, "EHLO " + terms.hostName());
        } else {
            reached = true;
            quit();
        }
    }

    private void startTls(Reply reply) {
        if (offers(reply, "STARTTLS")) {
            say(Step.STARTTLS, "STARTTLS");
        } else {
            fail("it does not offer TLS, so it cannot prove who it is");
        }
    }

    private void secured(Reply reply) {
        reached = true;
        if (offers(reply, LinkStateVerb.VERB) && terms.tls().flatMap(Want.ClientTls::identity).isPresent()) {
            step = Step.TELLING;
            Telling next = new Telling(terms.desk(), place.server().orElseThrow().id(), connection::execute, this::command, this::quit);
            telling = Optional.of(next);
            next.begin();
        } else {
            quit();
        }
    }

    private static boolean offers(Reply ehlo, String keyword) {
        return ehlo.text().stream().skip(1).map(line -> line.strip().toUpperCase(Locale.ROOT).split(" ")[0]).anyMatch(keyword::equals);
    }

    private void command(String argument) {
        if (!outcome.isDone()) {
            say(Step.TELLING, LinkStateVerb.VERB + " " + argument);
        }
    }

    private void say(Step next, String line) {
        step = next;
        write(line);
        read();
    }

    private void write(String line) {
        connection.write(ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private void read() {
        connection.read(new Want.Line(MAX_LINE), PATIENCE);
    }

    private void quit() {
        if (!outcome.isDone()) {
            write("QUIT");
            connection.close();
            end("");
        }
    }

    private void fail(String reason) {
        if (!outcome.isDone()) {
            connection.abort();
            end(reason);
        }
    }

    private void end(String reason) {
        outcome.complete(reached ? new Greeted.Reached(place.server().map(Server::id)) : new Greeted.Failed(place.name() + ": " + reason));
    }

    @Override
    public void signalled(String signal) {
        if (signal.equals(Connection.SHUTDOWN)) {
            fail("this server is stopping");
        }
    }

    @Override
    public void closed(CloseReason why) {
        end(why.kind() == CloseReason.Kind.TLS_FAILED ? "it did not prove to be that server " + why.detail()
                : "the connection was lost " + why.detail());
    }

    @Override
    public FrozenConversation freeze() {
        throw new IllegalStateException("only incoming connections are frozen");
    }
}
