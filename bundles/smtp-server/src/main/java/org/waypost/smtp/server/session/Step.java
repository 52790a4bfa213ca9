package org.waypost.smtp.server.session;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What comes of a command or of a part of a message: something to say, and what the next bytes mean. */
public sealed interface Step {
    InputMode COMMAND = new InputMode.CommandLine();

    /**
     * Known now.
     *
     * @param sendAtOnce whether the answer must not wait for others to share a packet with
     */
    record Now(Optional<Answer> answer, InputMode next, boolean sendAtOnce) implements Step {
        Now atOnce() {
            return new Now(answer, next, true);
        }
    }

    /**
     * Known later.
     *
     * @param stage may fail when it comes from a command, whose peer is then asked to try again, or waits
     * @param otherwise the answer to a command whose stage failed
     * @param then called with its result, in the mailbox; not called when the connection is gone by then
     */
    record Later<T>(CompletionStage<T> stage, Answer otherwise, Function<? super T, ? extends Step> then) implements Step {
        /** With a general answer to a failure. */
        public Later(CompletionStage<T> stage, Function<? super T, ? extends Step> then) {
            this(stage, Answer.TRY_AGAIN, then);
        }
    }

    /** A service was away longer than a call waits: to be tried again in a while. */
    record Wait(Pending pending) implements Step {}

    /** Answers and waits for the next command. */
    static Now say(Answer answer) {
        return say(answer, COMMAND);
    }

    static Now say(Answer answer, InputMode next) {
        return new Now(Optional.of(answer), next, false);
    }

    /** Says nothing yet. */
    static Now enter(InputMode next) {
        return new Now(Optional.empty(), next, false);
    }
}
