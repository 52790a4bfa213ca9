package org.waypost.linkstate;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.admin.Answer;

/**
 * This server's link state: what it knows of the organization, and what it has to say about its own links. Any
 * thread; returns at once.
 */
@ProviderType
public interface LinkStates {
    /** As it is now; {@link OrganizationMap#EMPTY} before it was ever known. */
    OrganizationMap map();

    /** Told at once of the present map, and of each later one, one call after the other. Closing ends it. */
    AutoCloseable watch(Consumer<OrganizationMap> listener);

    /** This server reached none of the targets of a connector of its own group. @param reason for people */
    void failed(UUID connector, String reason);

    /** It reached one. */
    void reached(UUID connector);

    LinkStateStatus status();

    /** Objects of the topology that cannot be read now, which event 929 told of: DN and reason of each. */
    default List<String> unreadable() {
        return List.of();
    }

    /**
     * Names another master of a group in the directory, under a new term.
     *
     * @param group its name
     * @param server the name of a member
     */
    CompletionStage<Answer<String>> moveMaster(String group, String server);

    /** The map as text that can be kept in a file and read by {@link #read} anywhere. */
    String write(OrganizationMap map);

    Answer<OrganizationMap> read(String text);
}
