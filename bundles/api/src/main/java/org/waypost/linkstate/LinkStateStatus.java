package org.waypost.linkstate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How this server takes part, for people.
 *
 * @param server its name
 * @param group the name of its routing group, or empty
 * @param role {@code MASTER}, {@code MEMBER}, {@code SEARCHING} (no contact with the master) or {@code ALONE} (no group)
 * @param master the name of the master it follows, or empty
 * @param digest of its map
 * @param members of its group that are in contact with it, if it is master
 * @param links of this server
 * @param suppressed what was measured and is not told, by the rules against oscillation: a sentence each
 */
public record LinkStateStatus(String server, String group, String role, String master, String digest, List<String> members,
        List<Measured> links, List<String> suppressed) {
    public LinkStateStatus {
        Objects.requireNonNull(server);
        Objects.requireNonNull(group);
        Objects.requireNonNull(role);
        Objects.requireNonNull(master);
        Objects.requireNonNull(digest);
        members = List.copyOf(members);
        links = List.copyOf(links);
        suppressed = List.copyOf(suppressed);
    }

    /**
     * What this server measured of a connector.
     *
     * @param state {@code UP}, {@code TRYING} or {@code DOWN}
     * @param reason of the last failure, or empty
     */
    public record Measured(String connector, String state, String reason, Instant since, Optional<Instant> nextTry) {}
}
