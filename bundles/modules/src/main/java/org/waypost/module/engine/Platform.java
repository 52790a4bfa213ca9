package org.waypost.module.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.module.jar.Fit;

/** What modules run on. Methods wait; any thread. */
public interface Platform {
    List<Installed> installed();

    default Optional<Installed> installed(String name) {
        return installed().stream().filter(module -> module.name().equals(name)).findFirst();
    }

    /** What a new version of the module must fit. */
    Fit fit(String name);

    /** Other bundles that use its packages, and therefore start anew with it. */
    List<String> users(String name);

    /** The jar that the module runs from. */
    InputStream jar(String name) throws IOException;

    /**
     * Stops the module, puts the jar in, starts its users anew, and starts it if it is to run now.
     *
     * @throws SwapException if it does not start; the new jar is in then
     */
    void swap(String name, Path jar) throws SwapException;

    /** Why it does not do its work, as clauses; empty also while it is not yet its turn to start. */
    List<String> problems(String name);

    /** A module that is installed. */
    record Installed(String name, String version, String state, Instant since) {}

    /** The message is a clause that says what happened. */
    final class SwapException extends Exception {
        private static final long serialVersionUID = 1L;

        public SwapException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
