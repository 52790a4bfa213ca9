package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waypost.event.EventLog;
import org.waypost.mail.MessageId;
import org.waypost.service.Gate;
import org.waypost.spool.Spool;
import org.waypost.spool.Spool.Subscription;
import org.waypost.spool.StoredMessage;

/**
 * Brings messages from the spool into memory: what is accepted from now on by subscription, what was
 * there before by listing, page by page. What does not fit stays in the spool and is listed when there
 * is room. A message may come both ways; the {@link MessageTable} knows it.
 */
final class Loader {
    private static final int PAGE = 1_000;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Gate<Spool> spool;
    private final Executor engine;
    private final EventLog events;
    private final MessageTable table;
    private final Consumer<StoredMessage> intake;
    private Optional<Subscription> subscription = Optional.empty();
    private Optional<MessageId> cursor = Optional.empty();
    private Optional<MessageId> leftOut = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private boolean complete = true;
    private boolean asking;
    private int run;

    Loader(Services services, Executor engine, MessageTable table, Consumer<StoredMessage> intake) {
        this.spool = services.spool();
        this.engine = engine;
        this.events = services.events();
        this.table = table;
        this.intake = intake;
    }

    /** Begins anew with the spool that is there now. */
    void begin() {
        end();
        cursor = Optional.empty();
        leftOut = Optional.empty();
        notBefore = Instant.MIN;
        complete = false;
        table.rememberDone(true);
    }

    void end() {
        run++;
        asking = false;
        complete = true;
        subscription.ifPresent(Subscription::close);
        subscription = Optional.empty();
    }

    /** Whether nothing is left in the spool that is not in memory. */
    boolean isComplete() {
        return complete;
    }

    /** @return when to be called again at the latest */
    Instant turn(Instant now) {
        if (complete || asking || !table.hasMuchRoom() || !spool.isOpen()) {
            return Instant.MAX;
        }
        if (now.isBefore(notBefore)) {
            return notBefore;
        }
        asking = true;
        if (subscription.isEmpty()) {
            subscribe(now);
        } else {
            list(now);
        }
        return Instant.MAX;
    }

    /** First of all, so that nothing is accepted unseen between the last page and the subscription. */
    private void subscribe(Instant now) {
        int current = run;
        spool.call(service -> CompletableFuture.completedStage(
                        service.subscribe(batch -> engine.execute(() -> heard(current, batch)))))
                .whenComplete((opened, failure) -> engine.execute(() -> subscribed(current, opened, failure, now)));
    }

    private void list(Instant now) {
        int current = run;
        Optional<MessageId> after = cursor;
        table.newPage();
        spool.call(service -> service.list(after, PAGE))
                .whenComplete((page, failure) -> engine.execute(() -> listed(current, page, failure, now)));
    }

    private void subscribed(int ofRun, Subscription opened, Throwable failure, Instant started) {
        if (ofRun != run) {
            Optional.ofNullable(opened).ifPresent(Subscription::close);
            return;
        }
        asking = false;
        if (failure == null) {
            subscription = Optional.of(opened);
        } else {
            failed(failure, started);
        }
    }

    private void heard(int ofRun, List<StoredMessage> batch) {
        if (ofRun == run) {
            batch.forEach(this::take);
        }
    }

    private void listed(int ofRun, List<StoredMessage> page, Throwable failure, Instant started) {
        if (ofRun != run) {
            return;
        }
        asking = false;
        if (failure != null) {
            failed(failure, started);
        } else if (page.isEmpty()) {
            endOfPass();
        } else {
            page.stream().takeWhile(message -> table.hasRoom()).forEach(this::takeListed);
        }
    }

    private void takeListed(StoredMessage message) {
        cursor = Optional.of(message.message().id());
        take(message);
    }

    private void failed(Throwable failure, Instant started) {
        if (!Failures.isAway(failure)) {
            events.report(QueueEvent.LOAD_FAILED, Failures.text(failure), Failures.cause(failure));
        }
        notBefore = started.plus(AGAIN);
    }

    private void endOfPass() {
        if (leftOut.isPresent()) {
            cursor = Optional.of(new MessageId(leftOut.get().value() - 1));
            leftOut = Optional.empty();
        } else {
            complete = true;
        }
    }

    private void take(StoredMessage message) {
        MessageId id = message.message().id();
        if (table.isKnown(id)) {
            return;
        }
        if (table.hasRoom()) {
            intake.accept(message);
        } else {
            leaveOut(id);
        }
    }

    private void leaveOut(MessageId id) {
        if (leftOut.isEmpty() || id.compareTo(leftOut.get()) < 0) {
            leftOut = Optional.of(id);
        }
        if (complete) {
            complete = false;
            table.rememberDone(true);
            endOfPass();
        }
    }
}
