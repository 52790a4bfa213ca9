package org.waypost.link.greeting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
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
import org.waypost.format.smtp.ReplyFormat;
import org.waypost.link.membership.Roster;
import org.waypost.link.port.Site;
import org.waypost.linkstate.Membership;
import org.waypost.mail.Reply;
import org.waypost.smtp.SmtpVerb;
import org.waypost.topology.Server;

/** As much of an SMTP server as a greeting needs, on the real transport. */
public final class Bridgehead implements Protocol {
    public final List<String> commands = new CopyOnWriteArrayList<>();
    public volatile Reply greeting = Reply.of(220, "ready");
    public volatile List<String> offers = List.of("hello", "STARTTLS", LinkStateVerb.VERB);
    private final Site site;
    private final SmtpVerb verb;
    private final Supplier<Roster> roster;

    public Bridgehead(Site site, SmtpVerb verb, Supplier<Roster> roster) {
        this.site = site;
        this.verb = verb;
        this.roster = roster;
    }

    @Override
    public ListenerSpec listener() {
        return new ListenerSpec("smtp", List.of(new ListenerSpec.Binding("127.0.0.1", site.server.smtpPort(), false)), Optional.empty(), 10, 10, "",
                Optional.of(new ListenerSpec.Identity(site.files(), Membership.SERVER_NAME)));
    }

    @Override
    public Conversation open(Connection connection) {
        return new Session(connection);
    }

    @Override
    public Conversation thaw(Connection connection, FrozenConversation frozen) {
        throw new IllegalArgumentException();
    }

    @Override
    public void listenerChanged(ListenerStatus status) {
        // The test sees by itself.
    }

    private final class Session implements Conversation {
        private final Connection connection;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void opened() {
            say(greeting);
        }

        @Override
        public void received(Unit unit) {
            if (unit instanceof Unit.Secured) {
                read();
            } else if (unit instanceof Unit.Line line) {
                command(new String(line.bytes(), StandardCharsets.US_ASCII));
            }
        }

        private void command(String line) {
            commands.add(line);
            if (line.startsWith("EHLO")) {
                say(new Reply(250, Optional.empty(), offers));
            } else if (line.equals("STARTTLS")) {
                connection.write(ByteBuffer.wrap(ReplyFormat.write(Reply.of(220, "go"))));
                connection.read(new Want.Handshake(Optional.empty()), Duration.ofSeconds(20));
            } else if (line.startsWith(LinkStateVerb.VERB)) {
                Optional<String> server = roster.get().server(connection.tls().flatMap(TlsInfo::peerKey)).map(Server::name);
                verb.handle(new SmtpVerb.Request("1", connection.info().id(), "127.0.0.1", server, line.substring(LinkStateVerb.VERB.length()).strip()))
                        .thenAccept(reply -> connection.execute(() -> say(reply)));
            } else {
                connection.close();
            }
        }

        private void say(Reply reply) {
            connection.write(ByteBuffer.wrap(ReplyFormat.write(reply)));
            read();
        }

        private void read() {
            connection.read(new Want.Line(2_048), Duration.ofSeconds(20));
        }

        @Override
        public void signalled(String signal) {
            connection.abort();
        }

        @Override
        public void closed(CloseReason reason) {
            // Nothing to tell.
        }

        @Override
        public FrozenConversation freeze() {
            throw new IllegalStateException();
        }
    }
}
