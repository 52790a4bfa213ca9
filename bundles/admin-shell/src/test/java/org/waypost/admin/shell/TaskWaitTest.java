package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;

class TaskWaitTest {
    @Test
    void progressIsPrintedOnceUntilTheEnd() throws Exception {
        Answer<Task> task = new Answer.Ok<>(new Steps(new Answer.Ok<>("Done."), "1 of 9", "1 of 9", "", "5 of 9"));
        assertEquals(List.of("1 of 9", "5 of 9", "Done."), Printed.by(out -> TaskWait.untilEnd(task, out)).lines().toList());
    }

    @Test
    void aRefusalEndsTheCommandBeforeOrAfter() {
        assertThrows(Refusal.class, () -> Printed.by(out -> TaskWait.untilEnd(new Answer.Refused<>("No."), out)));
        assertThrows(Refusal.class, () -> Printed.by(out -> TaskWait.untilEnd(
                new Answer.Ok<>(new Steps(new Answer.Refused<>("No."), "1")), out)));
    }

    private static final class Steps implements Task {
        private final Deque<String> progress;
        private final Answer<String> end;

        private Steps(Answer<String> end, String... progress) {
            this.progress = new ArrayDeque<>(List.of(progress));
            this.end = end;
        }

        @Override
        public Optional<Answer<String>> await(Duration length) {
            return progress.isEmpty() ? Optional.of(end) : Optional.empty();
        }

        @Override
        public String progress() {
            return progress.remove();
        }
    }
}
