package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.service.Gate;
import org.waypost.service.ServiceAwayException;
import org.waypost.spool.NewMessage;
import org.waypost.spool.Spool;

/** What this bundle asks of the spool, whichever provider is there. Any thread. */
public final class SpoolContents {
    private final Gate<Spool> spool;

    public SpoolContents(Gate<Spool> spool) {
        this.spool = spool;
    }

    CompletionStage<MessageId> nextId() {
        return spool.call(s -> CompletableFuture.completedFuture(s.nextId()));
    }

    /**
     * Appends, and once more if the spool was replaced before it answered: an append says where it
     * belongs, so doing it twice is doing it once.
     */
    CompletionStage<Void> append(ContentId id, long offset, ByteBuffer bytes) {
        return spool.<Void>call(s -> s.append(id, offset, bytes.duplicate())).exceptionallyCompose(failure ->
                isAway(failure)
                        ? spool.call(s -> s.append(id, offset, bytes.duplicate()))
                        : CompletableFuture.failedStage(failure));
    }

    CompletionStage<Void> discard(ContentId id) {
        return spool.call(s -> s.discard(id));
    }

    /**
     * Not repeated on failure, since it may have been done.
     *
     * @return completes with false if no spool came: nothing was begun
     */
    CompletionStage<Boolean> accept(NewMessage message) {
        AtomicBoolean begun = new AtomicBoolean();
        CompletionStage<Boolean> accepted = spool.call(s -> {
            begun.set(true);
            return s.accept(message).thenApply(done -> true);
        });
        return accepted.exceptionallyCompose(failure -> isAway(failure) && !begun.get()
                ? CompletableFuture.completedStage(false) : CompletableFuture.failedStage(failure));
    }

    /** Whether a failure means that the service may be asked again. */
    public static boolean isAway(Throwable failure) {
        return cause(failure) instanceof ServiceAwayException;
    }

    /** The failure without the wrappings of stages. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
