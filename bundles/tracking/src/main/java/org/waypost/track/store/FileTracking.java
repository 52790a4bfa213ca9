package org.waypost.track.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.waypost.mail.MessageId;
import org.waypost.service.ServiceAwayException;
import org.waypost.service.Threads;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.Tracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingQuestion;

/**
 * Tracking in a folder of this machine. After {@link #close()} has returned another one may open the folder, in this
 * process or another.
 */
public final class FileTracking implements Tracking, MessageTracking, AutoCloseable {
    private static final int MOST_QUESTIONS = 100;

    private interface Answering<T> {
        T answer() throws IOException;
    }

    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "waypost-tracking"));
    private final ThreadPoolExecutor answers = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_QUESTIONS), work -> new Thread(work, "waypost-tracking-answers"));
    private final Backlog backlog = new Backlog();
    private final Store store;
    private final Finder finder;
    private volatile boolean on;

    private FileTracking(Store store, TrackingSettings settings) {
        this.store = store;
        finder = store.finder();
        on = settings.enabled();
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        writer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /**
     * Opens a folder; waits for the disk.
     *
     * @return empty while another owner has the folder
     * @throws IOException if it cannot be opened
     */
    public static Optional<FileTracking> open(TrackingSettings settings, TrackingEnvironment environment) throws IOException {
        return Store.open(settings, environment).map(store -> {
            FileTracking tracking = new FileTracking(store, settings);
            tracking.start(environment.tick().toNanos());
            return tracking;
        });
    }

    /** Takes over all settings but the folder. */
    public void change(TrackingSettings settings) {
        on = settings.enabled();
        later(() -> store.change(settings));
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void record(TrackingEvent event) {
        if (on && backlog.add(event)) {
            later(this::write);
        }
    }

    @Override
    public CompletionStage<List<TrackingEvent>> find(TrackingQuestion question) {
        return answer(() -> finder.find(question));
    }

    @Override
    public CompletionStage<List<TrackingEvent>> history(MessageId message) {
        return answer(() -> new Histories(finder).history(message));
    }

    @Override
    public Status status() {
        return store.status(backlog.dropped());
    }

    /** Writes what was recorded; questions that were not answered yet fail. */
    @Override
    public void close() throws IOException {
        on = false;
        answers.shutdown();
        List<Runnable> waiting = new ArrayList<>();
        answers.getQueue().drainTo(waiting);
        waiting.forEach(Runnable::run);
        Threads.end(answers);
        Threads.end(writer);
        write();
        store.close();
    }

    private void start(long tickNanos) {
        writer.scheduleWithFixedDelay(this::tick, 0, tickNanos, TimeUnit.NANOSECONDS);
    }

    private void tick() {
        write();
        store.tick(backlog.dropped());
        if (store.catchUp()) {
            later(this::tick);
        }
    }

    private void write() {
        store.write(backlog);
    }

    private void later(Runnable work) {
        try {
            writer.execute(work);
        } catch (RejectedExecutionException e) {
            // It is closed; whoever still records has not noticed yet.
        }
    }

    /** What was recorded before is written first, so that it is in the answer. */
    private <T> CompletionStage<T> answer(Answering<T> answering) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            CompletableFuture.runAsync(this::write, writer).thenRunAsync(() -> complete(answer, answering), answers)
                    .exceptionally(refused -> {
                        answer.completeExceptionally(new ServiceAwayException("tracking is closed or has too many questions to answer"));
                        return null;
                    });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new ServiceAwayException("tracking is closed"));
        }
        return answer;
    }

    private <T> void complete(CompletableFuture<T> answer, Answering<T> answering) {
        if (answers.isShutdown()) {
            answer.completeExceptionally(new ServiceAwayException("tracking is closed"));
            return;
        }
        try {
            answer.complete(answering.answer());
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
