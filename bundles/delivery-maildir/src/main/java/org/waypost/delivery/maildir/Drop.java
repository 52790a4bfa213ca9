package org.waypost.delivery.maildir;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.service.ServiceAwayException;

/**
 * One delivery on its way into Maildirs: target by target, each in a file of its own. The content is awaited without
 * a thread; what touches the disk runs in a worker, one step at a time. A content that the first piece holds (most)
 * is written to all targets in one step.
 */
final class Drop {
    static final int PIECE = 256 * 1024;

    private final Delivery delivery;
    private final Maildirs maildirs;
    private final Executor workers;
    private final BooleanSupplier closing;
    private final EventLog events;
    private final CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
    private final List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    private ByteBuffer head;
    private Set<String> before;
    private volatile MailWriter writing;

    Drop(Delivery delivery, Maildirs maildirs, Executor workers, BooleanSupplier closing, EventLog events) {
        this.delivery = delivery;
        this.maildirs = maildirs;
        this.workers = workers;
        this.closing = closing;
        this.events = events;
    }

    CompletableFuture<DeliveryResult> result() {
        return result;
    }

    void start() {
        read(0, this::begin, this::unread);
    }

    /** Ends it now, wherever it is. */
    void abort() {
        MailWriter open = writing;
        result.complete(soFar());
        if (open != null) {
            open.discard();
        }
    }

    private synchronized DeliveryResult soFar() {
        if (outcomes.isEmpty()) {
            return new DeliveryResult.Returned("The Maildir agent is being replaced");
        }
        List<Outcome> known = new ArrayList<>(outcomes.stream().map(o -> o.getNow(Verdicts.interrupted())).toList());
        while (known.size() < delivery.targets().size()) {
            known.add(Verdicts.interrupted());
        }
        return new DeliveryResult.Done(known);
    }

    private void begin(ByteBuffer first) {
        if (closing.getAsBoolean()) {
            abort();
            return;
        }
        head = first;
        before = DeliveredTo.values(first);
        targetsFrom(0);
    }

    private void unread(Throwable failure) {
        if (failure instanceof ServiceAwayException) {
            result.complete(new DeliveryResult.Returned(failure.getMessage()));
        } else {
            delivery.targets().forEach(target -> failed(target, failure));
            finish();
        }
    }

    private void targetsFrom(int index) {
        for (int i = index; i < delivery.targets().size() && !result.isDone(); i++) {
            if (!write(i)) {
                return;
            }
        }
        finish();
    }

    /** False if the rest of the content has to be awaited; then {@link #targetsFrom} is called again. */
    private boolean write(int index) {
        Delivery.Target target = delivery.targets().get(index);
        String deliveredTo = DeliveredTo.value(target.recipient().address());
        if (before.contains(deliveredTo.toLowerCase(Locale.ROOT))) {
            events.report(MaildirEvent.LOOP, delivery.message().id(), deliveredTo);
            outcome(CompletableFuture.completedFuture(Verdicts.loop(deliveredTo)));
            return true;
        }
        try {
            MailWriter writer = new MailWriter(maildirs.create(target.mailbox()), delivery.message().body());
            writing = writer;
            writer.fields(delivery, deliveredTo);
            writer.content(head);
        } catch (IOException e) {
            fail(target, e);
            return true;
        }
        if (writing.written() < delivery.content().size()) {
            more(index);
            return false;
        }
        deliver(target);
        return true;
    }

    private void more(int index) {
        Delivery.Target target = delivery.targets().get(index);
        read(writing.written(), piece -> append(index, piece), failure -> {
            fail(target, failure);
            targetsFrom(index + 1);
        });
    }

    private void append(int index, ByteBuffer piece) {
        Delivery.Target target = delivery.targets().get(index);
        try {
            if (!piece.hasRemaining()) {
                throw new EOFException("The content ends after " + writing.written() + " of "
                        + delivery.content().size() + " octets");
            }
            writing.content(piece);
        } catch (IOException e) {
            fail(target, e);
            targetsFrom(index + 1);
            return;
        }
        if (writing.written() < delivery.content().size()) {
            more(index);
        } else {
            deliver(target);
            targetsFrom(index + 1);
        }
    }

    private void deliver(Delivery.Target target) {
        if (result.isDone()) {
            writing.discard();
            return;
        }
        try {
            CompletionStage<Void> durable = writing.deliver();
            writing = null;
            outcome(durable.handle((done, failure) -> failure == null ? Verdicts.delivered(target.mailbox())
                    : report(target, failure)).toCompletableFuture());
        } catch (IOException e) {
            fail(target, e);
        }
    }

    private void fail(Delivery.Target target, Throwable failure) {
        MailWriter open = writing;
        writing = null;
        if (open != null) {
            open.discard();
        }
        failed(target, failure);
    }

    private void failed(Delivery.Target target, Throwable failure) {
        if (!result.isDone()) {
            outcome(CompletableFuture.completedFuture(report(target, failure)));
        }
    }

    private Outcome report(Delivery.Target target, Throwable failure) {
        events.report(MaildirEvent.NOT_DELIVERED, delivery.message().id(), target.mailbox(), failure);
        return Verdicts.deferred(failure);
    }

    private synchronized void outcome(CompletableFuture<Outcome> outcome) {
        outcomes.add(outcome);
    }

    private void finish() {
        CompletableFuture<?>[] all;
        synchronized (this) {
            all = outcomes.toArray(CompletableFuture[]::new);
        }
        CompletableFuture.allOf(all).thenRun(() -> result.complete(soFar()));
    }

    /** Awaits a piece of the content and goes on in a worker. */
    private void read(long offset, Consumer<ByteBuffer> next, Consumer<Throwable> failed) {
        CompletionStage<ByteBuffer> piece;
        try {
            piece = delivery.content().read(offset, PIECE);
        } catch (RuntimeException e) {
            piece = CompletableFuture.failedStage(e);
        }
        piece.whenComplete((bytes, failure) -> onWorker(() -> {
            if (failure == null) {
                next.accept(bytes);
            } else {
                failed.accept(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        }));
    }

    private void onWorker(Runnable step) {
        try {
            workers.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException e) {
                    // The contract: the stage always completes.
                    abort();
                    events.report(MaildirEvent.NOT_DELIVERED, delivery.message().id(), "", e);
                }
            });
        } catch (RejectedExecutionException e) {
            abort();
        }
    }
}
