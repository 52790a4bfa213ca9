package org.waypost.admin.shell;

import org.apache.karaf.shell.support.CommandException;
import org.waypost.admin.Answer;

/** Ends a command with the sentence of a refused use case, without a stack trace. */
public final class Refusal extends CommandException {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(Text.plain(reason));
    }

    public static <T> T orValue(Answer<T> answer) throws Refusal {
        if (answer instanceof Answer.Ok<T> ok) {
            return ok.value();
        }
        throw new Refusal(((Answer.Refused<T>) answer).reason());
    }

    /** The shell prints this instead of its own form. */
    @Override
    public String getNiceHelp() {
        return getMessage();
    }
}
