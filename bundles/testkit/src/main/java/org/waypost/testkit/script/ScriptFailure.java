package org.waypost.testkit.script;

/** The server did not do what the script says. Counted as a failed assertion by every test framework. */
public final class ScriptFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    public ScriptFailure(String message) {
        super(message);
    }

    public ScriptFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
