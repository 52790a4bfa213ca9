package org.waypost.admin.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.Queue;
import org.waypost.queue.QueuedMessage;
import org.waypost.service.Gate;
import org.waypost.text.Counted;

/**
 * One action on all messages that a filter means, some hundreds at a time, so that mail flows meanwhile. It needs no
 * thread: each answer of the engine begins the next step. What was done stays done, also if the rest fails.
 */
final class BulkRun {
    /** For the sentence, with a number before it. */
    static final String DELETE = "deleted";
    static final String RETRY = "tried";
    private static final int AT_ONCE = 500;

    private final Gate<Queue> gate;
    private final MessageFilter filter;
    private final String done;
    private final BiFunction<Queue, MessageId, CompletionStage<Integer>> action;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicLong recipients = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong left = new AtomicLong();

    /** @param action what is done to a message; answers to how many recipients of it */
    BulkRun(Gate<Queue> gate, MessageFilter filter, String done, BiFunction<Queue, MessageId, CompletionStage<Integer>> action) {
        this.gate = gate;
        this.filter = filter;
        this.done = done;
        this.action = action;
    }

    CompletionStage<Void> begin() {
        look(Optional.empty());
        return end;
    }

    /** So far, as a sentence. */
    String progress() {
        return Counted.of(recipients.get(), "recipient") + " of " + Counted.of(messages.get(), "message") + " " + done
                + (left.get() == 0 ? "." : "; nothing was done to "
                + Counted.of(left.get(), "more message, which is", "more messages, which are") + " under way or held.");
    }

    private void look(Optional<MessageId> after) {
        gate.call(queue -> queue.find(filter, after, AT_ONCE)).whenComplete((page, failure) -> {
            if (failure == null) {
                act(page);
            } else {
                end.completeExceptionally(failure);
            }
        });
    }

    private void act(MessagePage page) {
        CompletableFuture<?>[] all = page.messages().stream().map(this::act).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).whenComplete((nothing, failure) -> {
            if (failure != null) {
                end.completeExceptionally(failure);
            } else if (page.next().isPresent()) {
                look(page.next());
            } else {
                end.complete(null);
            }
        });
    }

    private CompletableFuture<Integer> act(QueuedMessage message) {
        return gate.call(queue -> action.apply(queue, message.message().id())).toCompletableFuture().thenApply(count -> {
            recipients.addAndGet(count);
            (count == 0 ? left : messages).incrementAndGet();
            return count;
        });
    }

    /** What a filter says, for people. */
    static String words(MessageFilter filter) {
        List<String> words = new ArrayList<>();
        filter.queue().ifPresent(name -> words.add("queue " + name));
        filter.sender().ifPresent(part -> words.add("sender " + part));
        filter.recipient().ifPresent(part -> words.add("recipient " + part));
        filter.state().ifPresent(state -> words.add("state " + state));
        filter.before().ifPresent(time -> words.add("accepted before " + time));
        return String.join(", ", words);
    }
}
