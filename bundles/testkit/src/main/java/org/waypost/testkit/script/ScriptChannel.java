package org.waypost.testkit.script;

import java.time.Duration;

/** One connection to a server under test, as a script sees it. For one thread. */
public interface ScriptChannel {
    /** Sends all bytes, in order, in any number of packets. */
    void send(byte[] bytes);

    /**
     * The next line of the server without its CRLF.
     *
     * @throws ScriptFailure if none comes in time, or the server closed the connection
     */
    String receiveLine(Duration patience);

    /** Whether the server closes the connection in time, with nothing more to say. */
    boolean closed(Duration patience);
}
