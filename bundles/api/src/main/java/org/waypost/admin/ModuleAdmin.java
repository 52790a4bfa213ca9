package org.waypost.admin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.modules.Module;
import org.waypost.modules.Plan;
import org.waypost.modules.Replacement;

/** The modules of the server for people. As {@link QueueAdmin}. */
@ProviderType
public interface ModuleAdmin {
    Answer<List<Module>> modules();

    /**
     * Keeps a copy of a jar and says what putting it in would do. Changes nothing that runs. Waits up to a minute.
     *
     * @param jar a file, of at most 64 MiB
     * @param checksum the SHA-256 that it must have, in hexadecimal
     */
    Answer<Plan> stage(Path jar, Optional<String> checksum);

    /**
     * Begins to put a staged jar in.
     *
     * @param checksum as in the {@link Plan}
     * @param watch how long it is watched, up to an hour; empty for the configured time
     * @param force whether a module of the platform may be replaced
     */
    Answer<Task> replace(String checksum, Optional<Duration> watch, boolean force);

    /** Begins to put back the jar that ran before. */
    Answer<Task> rollback(String name);

    /**
     * Replacements that ended, the last first.
     *
     * @param name of the module, with or without {@code org.waypost.}; empty for all
     */
    Answer<List<Replacement>> history(Optional<String> name);
}
