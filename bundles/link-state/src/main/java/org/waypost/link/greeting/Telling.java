package org.waypost.link.greeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waypost.link.codec.Chunks;
import org.waypost.link.codec.Decoded;
import org.waypost.link.codec.Message;
import org.waypost.link.port.Desk;
import org.waypost.mail.Reply;

/** The exchange of tables on the greeting side: one command at a time, until neither side has more to say. In one mailbox. */
final class Telling {
    /** Of messages to be told and taken; beyond it the exchange ends, and the next one goes on where it got to. */
    private static final int MAX_MESSAGES = 20_000;

    private final Desk desk;
    private final UUID bridgehead;
    private final Executor mailbox;
    private final Consumer<String> command;
    private final Runnable end;
    private final Chunks chunks = new Chunks();
    private final Deque<String> commands = new ArrayDeque<>();
    private final Deque<Message> told = new ArrayDeque<>();
    private final Deque<Message> heard = new ArrayDeque<>();
    private int messages;

    /** @param command says a command with that argument; @param end is called once, when nothing is left */
    Telling(Desk desk, UUID bridgehead, Executor mailbox, Consumer<String> command, Runnable end) {
        this.desk = desk;
        this.bridgehead = bridgehead;
        this.mailbox = mailbox;
        this.command = command;
        this.end = end;
    }

    void begin() {
        ask(desk.opening(), opening -> List.of(opening));
    }

    void reply(Reply reply) {
        if (reply.code() != 250) {
            end.run();
            return;
        }
        boolean more = false;
        for (String text : reply.text()) {
            more |= text.equals(ReplyLines.MORE);
            if (!isWord(text) && !take(text)) {
                end.run();
                return;
            }
        }
        if (more) {
            command.accept(LinkStateVerb.NEXT);
        } else {
            goOn();
        }
    }

    private static boolean isWord(String text) {
        return text.equals(ReplyLines.MORE) || text.equals(ReplyLines.DONE) || text.equals(ReplyLines.GO_ON);
    }

    private boolean take(String line) {
        Optional<Decoded<Message>> message = chunks.line(line);
        message.filter(Decoded.Ok.class::isInstance).ifPresent(ok -> heard.add(((Decoded.Ok<Message>) ok).value()));
        return ++messages <= MAX_MESSAGES * 100 && heard.size() <= MAX_MESSAGES && message.map(Decoded.Ok.class::isInstance).orElse(true);
    }

    private void goOn() {
        if (!commands.isEmpty()) {
            command.accept(commands.remove());
        } else if (!heard.isEmpty()) {
            ask(desk.received(bridgehead, heard.remove()), answers -> answers);
        } else if (!told.isEmpty()) {
            commands.addAll(Chunks.split(told.remove()));
            command.accept(commands.remove());
        } else {
            end.run();
        }
    }

    private <T> void ask(CompletionStage<T> question, Function<T, List<Message>> answers) {
        question.whenComplete((answer, failure) -> mailbox.execute(() -> {
            List<Message> next = new ArrayList<>(failure == null ? answers.apply(answer) : List.of());
            if (failure != null || told.size() + next.size() > MAX_MESSAGES) {
                end.run();
            } else {
                told.addAll(next);
                goOn();
            }
        }));
    }
}
