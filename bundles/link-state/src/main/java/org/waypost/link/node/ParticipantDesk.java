package org.waypost.link.node;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.link.codec.Message;
import org.waypost.link.participant.Participant;
import org.waypost.link.participant.Participant.Greeted;
import org.waypost.link.port.Desk;

/** Brings everything to the participant in its thread. */
final class ParticipantDesk implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(ParticipantDesk.class);

    private final Supplier<Participant> participant;
    private final Executor thread;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param participant asked in {@code thread} only; @param thread one thread, which drops what it is given after its end */
    ParticipantDesk(Supplier<Participant> participant, Executor thread) {
        this.participant = participant;
        this.thread = thread;
    }

    @Override
    public CompletionStage<List<Message>> connected(UUID server) {
        return ask(p -> p.connected(server));
    }

    @Override
    public void disconnected(UUID server, String reason) {
        tell(p -> p.disconnected(server, reason));
    }

    @Override
    public CompletionStage<List<Message>> received(UUID server, Message message) {
        return ask(p -> p.received(server, message));
    }

    @Override
    public CompletionStage<Message> opening() {
        return ask(Participant::opening);
    }

    @Override
    public void greeted(UUID connector, Greeted outcome) {
        tell(p -> p.greeted(connector, outcome));
    }

    void tell(Consumer<Participant> work) {
        ask(p -> {
            work.accept(p);
            return true;
        });
    }

    /** The thread has ended: what it did not answer fails, now and from now on. */
    void close() {
        closed = true;
        pending.forEach(ParticipantDesk::fail);
    }

    private <T> CompletionStage<T> ask(Function<Participant, T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        pending.add(answer);
        answer.whenComplete((done, failure) -> pending.remove(answer));
        thread.execute(() -> {
            try {
                answer.complete(work.apply(participant.get()));
            } catch (RuntimeException e) {
                LOG.error("Link state failed at one step and goes on with the next", e);
                answer.completeExceptionally(e);
            }
        });
        if (closed) {
            fail(answer);
        }
        return answer;
    }

    private static void fail(CompletableFuture<?> answer) {
        answer.completeExceptionally(new CancellationException("link state is stopping"));
    }
}
