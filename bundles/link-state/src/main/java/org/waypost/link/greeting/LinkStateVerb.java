package org.waypost.link.greeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Chunks;
import org.waypost.link.codec.Decoded;
import org.waypost.link.codec.Message;
import org.waypost.link.membership.Roster;
import org.waypost.link.port.Desk;
import org.waypost.link.port.Strangers;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Reply;
import org.waypost.smtp.SmtpVerb;
import org.waypost.topology.Server;

/** The bridgehead that is greeted: takes chunks of messages, and gives the answers in its replies. Any thread. */
public final class LinkStateVerb implements SmtpVerb {
    /** Also its keyword. */
    public static final String VERB = "X-LINK2STATE";
    static final String NEXT = "NEXT";
    private static final int MAX_SESSIONS = 256;
    private static final int MAX_WAITING = 20_000;

    private final Desk desk;
    private final Supplier<Roster> roster;
    private final EventLog events;
    private final Strangers strangers;
    private final Map<Long, Exchange> exchanges = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Exchange> eldest) {
            return size() > MAX_SESSIONS;
        }
    };

    public LinkStateVerb(Desk desk, Supplier<Roster> roster, EventLog events, Strangers strangers) {
        this.desk = desk;
        this.roster = roster;
        this.events = events;
        this.strangers = strangers;
    }

    @Override
    public String verb() {
        return VERB;
    }

    @Override
    public Optional<String> keyword() {
        return Optional.of(VERB);
    }

    /** Not that the peer is a server: who is none is to be reported, too. */
    @Override
    public Set<Requirement> requires() {
        return Set.of(Requirement.HELLO, Requirement.NO_TRANSACTION);
    }

    @Override
    public CompletionStage<Reply> handle(Request request) {
        Optional<Server> peer = request.server().flatMap(roster.get().map()::server);
        if (peer.isEmpty()) {
            strangers.refused(request.remoteAddress());
            return CompletableFuture.completedStage(Reply.of(550, "5.7.1", "Only for servers of the organization"));
        }
        Exchange exchange = exchange(request.session());
        if (request.argument().equals(NEXT)) {
            return CompletableFuture.completedStage(exchange.next());
        }
        Optional<Decoded<Message>> message = exchange.line(request.argument());
        if (message.isEmpty()) {
            return CompletableFuture.completedStage(Reply.of(250, "2.0.0", ReplyLines.GO_ON));
        }
        if (message.get() instanceof Decoded.Ok<Message> ok) {
            return desk.received(peer.get().id(), ok.value()).thenApply(exchange::answer);
        }
        String reason = ((Decoded.Bad<Message>) message.get()).reason();
        events.report(LinkStateEvent.REFUSED_STATE, peer.get().name(), reason);
        return CompletableFuture.completedStage(Reply.of(501, "5.5.4", "Not taken: " + reason));
    }

    private Exchange exchange(long session) {
        synchronized (exchanges) {
            return exchanges.computeIfAbsent(session, none -> new Exchange());
        }
    }

    /** With one session. */
    private static final class Exchange {
        private final Chunks chunks = new Chunks();
        private final ReplyLines lines = new ReplyLines();

        synchronized Optional<Decoded<Message>> line(String line) {
            return chunks.line(line);
        }

        synchronized Reply answer(List<Message> answers) {
            if (lines.size() + answers.size() > MAX_WAITING) {
                return Reply.of(452, "4.3.1", "Too much waits to be asked for");
            }
            lines.add(answers);
            return next();
        }

        synchronized Reply next() {
            return new Reply(250, Optional.<EnhancedStatus>empty(), lines.next());
        }
    }
}
