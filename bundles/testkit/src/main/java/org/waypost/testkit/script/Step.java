package org.waypost.testkit.script;

import java.util.regex.Pattern;

/** One line of a script. */
public sealed interface Step {
    /** Where it stands in the script, from 1. */
    int line();

    /** Bytes for the server, as they are. */
    record Send(int line, byte[] bytes) implements Step {}

    /** A line of the server: the whole of it, or its beginning. */
    record Expect(int line, String text, boolean prefix) implements Step {
        boolean accepts(String received) {
            return prefix ? received.startsWith(text) : received.equals(text);
        }
    }

    /** A line of the server that matches as a whole. */
    record ExpectMatch(int line, Pattern pattern) implements Step {}

    /** The server closes the connection. */
    record ExpectClose(int line) implements Step {}
}
