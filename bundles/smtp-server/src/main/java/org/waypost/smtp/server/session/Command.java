package org.waypost.smtp.server.session;

import java.util.Optional;

/**
 * One verb. Objects have no state; they are called in the mailbox of the session's connection, and
 * must not wait.
 */
public interface Command {
    /** Whether the verb may come now, beyond the requirements of its row; the answer says why not. */
    default Optional<Answer> check(Session session, String argument) {
        return Optional.empty();
    }

    /** Does it. Called only when {@link #check} had nothing to say. */
    Step execute(Session session, String argument);

    /** It may not come now. A verb that is followed by more than a line says here how to skip that. */
    default Step refuse(String argument, Answer answer) {
        return Step.say(answer);
    }
}
