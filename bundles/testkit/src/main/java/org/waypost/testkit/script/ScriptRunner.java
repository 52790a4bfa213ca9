package org.waypost.testkit.script;

import java.time.Duration;

/** Holds a server against a script. */
public final class ScriptRunner {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SmtpScript script;
    private final ScriptChannel channel;
    private final Duration patience;
    private final StringBuilder transcript = new StringBuilder();

    private ScriptRunner(SmtpScript script, ScriptChannel channel, Duration patience) {
        this.script = script;
        this.channel = channel;
        this.patience = patience;
    }

    /**
     * Runs all steps, waiting up to ten seconds for each line. The channel stays open.
     *
     * @throws ScriptFailure naming script, line, what was expected and what came, with the dialogue so far
     */
    public static void run(SmtpScript script, ScriptChannel channel) {
        run(script, channel, PATIENCE);
    }

    /** As {@link #run(SmtpScript, ScriptChannel)}, waiting as long as given for each line. */
    public static void run(SmtpScript script, ScriptChannel channel, Duration patience) {
        ScriptRunner runner = new ScriptRunner(script, channel, patience);
        script.steps().forEach(runner::take);
    }

    private void take(Step step) {
        if (step instanceof Step.Send send) {
            transcript.append("C: ").append(Escapes.show(send.bytes())).append('\n');
            channel.send(send.bytes());
        } else if (step instanceof Step.Expect expect) {
            String line = receive(step, expect.text() + (expect.prefix() ? "*" : ""));
            check(expect.accepts(line), step, expect.text() + (expect.prefix() ? "*" : ""), line);
        } else if (step instanceof Step.ExpectMatch match) {
            String line = receive(step, match.pattern().pattern());
            check(match.pattern().matcher(line).matches(), step, match.pattern().pattern(), line);
        } else {
            check(channel.closed(patience), step, "the server to close the connection", "an open connection, or more text");
        }
    }

    private String receive(Step step, String expected) {
        String line;
        try {
            line = channel.receiveLine(patience);
        } catch (ScriptFailure e) {
            throw failure(step, expected, e.getMessage());
        }
        transcript.append("S: ").append(line).append('\n');
        return line;
    }

    private void check(boolean right, Step step, String expected, String found) {
        if (!right) {
            throw failure(step, expected, found);
        }
    }

    private ScriptFailure failure(Step step, String expected, String found) {
        return new ScriptFailure(script.name() + ":" + step.line() + "\nexpected: " + expected + "\n   found: " + found
                + "\nthe dialogue:\n" + transcript);
    }
}
