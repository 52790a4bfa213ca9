package org.waypost.link.codec;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;

/** What servers tell each other about link state. */
public sealed interface Message {
    /** The digest of what the sender knows: if it is the receiver's too, all is said. */
    record Digest(String digest) implements Message {
        public Digest {
            Objects.requireNonNull(digest);
        }
    }

    /** The versions of what the sender knows, by group: the answer to another digest. */
    record Versions(Map<UUID, GroupVersion> versions) implements Message {
        public Versions {
            versions = Map.copyOf(versions);
        }
    }

    /** The sender asks for the states of these groups. */
    record Wanted(Set<UUID> groups) implements Message {
        public Wanted {
            groups = Set.copyOf(groups);
        }
    }

    /** What the sender knows of a group. */
    record State(GroupState state) implements Message {
        public State {
            Objects.requireNonNull(state);
        }
    }

    /** A member tells its master of a link of its own. @param down the reason; empty if it is up */
    record Report(Link link, Optional<String> down) implements Message {
        public Report {
            Objects.requireNonNull(link);
            Objects.requireNonNull(down);
        }
    }
}
