package org.waypost.admin.core;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The bundles of this server. Any thread. */
public interface ServiceBundles {
    List<One> all();

    /** Completes when it runs, else exceptionally. */
    CompletionStage<Void> start(String name);

    /** Until the next start of the server. Completes when it is stopped, else exceptionally. */
    CompletionStage<Void> stop(String name);

    /**
     * @param name symbolic
     * @param state as {@link org.waypost.admin.ServiceAdmin.Service} has it
     * @param protocol whether it speaks one
     * @param users symbolic names of those of this server that use its services or classes now
     */
    record One(String name, String state, boolean protocol, List<String> users) {
        public One {
            users = List.copyOf(users);
        }
    }
}
