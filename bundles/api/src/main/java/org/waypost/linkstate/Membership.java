package org.waypost.linkstate;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.admin.Answer;

/**
 * Who is a server of the organization: those whose keys stand in the directory, and nobody else. Any thread; returns
 * at once.
 */
@ProviderType
public interface Membership {
    /** The name that a client asks for by SNI when it wants to see a server's key as a member and shows its own. */
    String SERVER_NAME = "member.waypost.internal";

    /** Told at once of the present members and of each later change, one call after the other. Closing ends it. */
    AutoCloseable watch(Consumer<Members> listener);

    /** Makes this server's key pair unless it has one, and stores the public key in its object in the directory. */
    CompletionStage<Answer<String>> join();

    /**
     * @param identity this server's own; empty if it has not joined
     * @param names names of servers by each of their keys, see {@link org.waypost.topology.Server#keys()}
     */
    record Members(Optional<Identity> identity, Map<String, String> names) {
        public static final Members NONE = new Members(Optional.empty(), Map.of());

        public Members {
            Objects.requireNonNull(identity);
            names = Map.copyOf(names);
        }

        /** Whose key it is. */
        public Optional<String> server(Optional<String> key) {
            return key.map(names::get);
        }

        /** The keys of a server. */
        public Set<String> keys(String server) {
            return names.entrySet().stream().filter(name -> name.getValue().equalsIgnoreCase(server)).map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** PEM files of this server's certificate and private key. @param key see {@link org.waypost.topology.Server#keys()} */
    record Identity(Path certificate, Path privateKey, String key) {}
}
