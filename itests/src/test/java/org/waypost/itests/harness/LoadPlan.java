package org.waypost.itests.harness;

import java.time.Duration;
import java.util.List;

/**
 * What load clients do.
 *
 * @param name first part of each message's id; different for each run that counts into the same place
 * @param port of 127.0.0.1
 * @param sessions at once, each on one connection for as long as it stands
 * @param recipients taken in turn, one for each message
 * @param bodyBytes size of a message's body
 * @param mayBreak whether a lost connection is expected (the server is killed) and no failure
 * @param pause of each session between two messages; none for as many as the server takes
 */
public record LoadPlan(String name, int port, int sessions, List<String> recipients, int bodyBytes, boolean mayBreak, Duration pause) {
    /** Without pause. */
    public LoadPlan(String name, int port, int sessions, List<String> recipients, int bodyBytes, boolean mayBreak) {
        this(name, port, sessions, recipients, bodyBytes, mayBreak, Duration.ZERO);
    }
}
