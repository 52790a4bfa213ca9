package org.waypost.admin.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;

/** Waits for a task and tells how far it is; Ctrl-C ends the wait, not the task. */
public final class TaskWait {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private TaskWait() {
    }

    public static void untilEnd(Answer<Task> begun, PrintStream out) throws Refusal {
        Task task = Refusal.orValue(begun);
        String told = "";
        Optional<Answer<String>> end = task.await(BETWEEN);
        while (end.isEmpty()) {
            String progress = task.progress();
            if (!progress.isEmpty() && !progress.equals(told)) {
                out.println(Text.plain(progress));
                told = progress;
            }
            end = task.await(BETWEEN);
        }
        out.println(Text.plain(Refusal.orValue(end.get())));
    }
}
