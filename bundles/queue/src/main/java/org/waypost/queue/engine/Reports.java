package org.waypost.queue.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.queue.dsn.DsnComposer;
import org.waypost.queue.dsn.ReturnedContent;
import org.waypost.spool.Change;
import org.waypost.spool.NewMessage;

/** Makes DSNs into changes of the spool, to be stored together with what they report. */
final class Reports {
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int READ_TRIES = 3;

    private record Parts(MessageId id, ReturnedContent returned) {}

    private final Core core;
    private final DsnComposer composer;

    Reports(Core core, DsnComposer composer) {
        this.core = core;
        this.composer = composer;
    }

    /**
     * @param reports what to tell the sender, all in one DSN; may be empty
     * @param next runs in the engine's thread, with the change that accepts the DSN if there is one
     */
    void compose(Message message, List<RecipientReport> reports, Consumer<List<Change>> next) {
        if (reports.isEmpty()) {
            next.accept(List.of());
        } else {
            tryToCompose(message, reports, next, 1);
        }
    }

    /** @param next runs in the engine's thread with an id that no message has */
    void freshId(Consumer<MessageId> next) {
        freshId().whenComplete((id, failure) -> core.executor().execute(() -> {
            if (failure == null) {
                next.accept(id);
            } else {
                core.timer().at(core.now().plus(AGAIN), () -> freshId(next));
            }
        }));
    }

    private void tryToCompose(Message message, List<RecipientReport> reports, Consumer<List<Change>> next, int readTry) {
        CompletionStage<ReturnedContent> content = readTry > READ_TRIES
                ? CompletableFuture.completedStage(ReturnedContent.NOTHING)
                : ReturnedContent.of(message, reports, core.content(message));
        content.thenCombine(freshId(), (returned, id) -> new Parts(id, returned))
                .whenComplete((parts, failure) -> core.executor().execute(() -> {
                    if (failure == null) {
                        next.accept(List.of(accept(message, reports, parts)));
                    } else {
                        int tries = Failures.isAway(failure) ? readTry : readTry + 1;
                        core.timer().at(core.now().plus(AGAIN), () -> tryToCompose(message, reports, next, tries));
                    }
                }));
    }

    private CompletionStage<MessageId> freshId() {
        return core.services().spool().call(spool -> CompletableFuture.completedStage(spool.nextId()));
    }

    private Change accept(Message message, List<RecipientReport> reports, Parts parts) {
        String hostName = core.settings().get().hostName();
        NewMessage dsn = composer.compose(parts.id(), message, reports, parts.returned(), hostName, core.now());
        core.trail().dsn(message, reports, dsn);
        return new Change.Accept(dsn);
    }
}
