package org.waypost.smtp;

import java.util.List;
import java.util.Objects;

/**
 * A virtual server at a moment.
 *
 * @param state {@code STARTED}, {@code PAUSED} or {@code STOPPED}
 * @param listening addresses and ports as text
 * @param problems full sentences; empty when all is well
 */
public record VirtualServerStatus(String name, String state, List<String> listening, int connections, List<String> problems) {
    public VirtualServerStatus {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        listening = List.copyOf(listening);
        problems = List.copyOf(problems);
    }
}
