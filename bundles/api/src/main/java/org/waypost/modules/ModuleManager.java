package org.waypost.modules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Replaces modules while mail flows. One at a time; a replacement goes on whoever asked for it leaves, also when this
 * service is itself what is replaced. Any thread; returns at once.
 */
@ProviderType
public interface ModuleManager {
    /** Every module of the server, by name. */
    CompletionStage<List<Module>> modules();

    /**
     * Copies a jar to where it is kept, and verifies the copy against what runs. Changes nothing that runs.
     *
     * @param jar a file, of at most 64 MiB; not needed any more when the stage completes
     * @param checksum the SHA-256 in hexadecimal that it must have; empty if it may have any
     * @param who asks
     */
    CompletionStage<Staging> stage(Path jar, Optional<String> checksum, String who);

    /**
     * Begins to put a staged jar in place of what runs: replaced, watched and, if worse, rolled back.
     *
     * @param checksum of the staged jar
     * @param watch how long it is watched, up to an hour; empty for the configured time
     * @param force whether a module of the platform may be replaced
     * @param who asks, for the history
     */
    CompletionStage<Begun> replace(String checksum, Optional<Duration> watch, boolean force, String who);

    /** Begins to put back the jar that ran before. */
    CompletionStage<Begun> rollback(String name, String who);

    /** Replacements that ended, the last first, as far as they are kept. */
    CompletionStage<List<Replacement>> history();

    /** What is under way. */
    Optional<Progress> progress();
}
