package org.waypost.admin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;

/** The metabase for people; keys are text such as {@code /LM/SmtpSvc}. As {@link QueueAdmin}. */
@ProviderType
public interface MetabaseAdmin {
    Answer<KeyView> key(String key);

    /**
     * Sets a property, as its key's type demands; where that is not known, as what it is now, else as text or texts.
     *
     * @param values one, or several of a property that is a list
     * @param override how long a local value hides that of the directory; empty for a local property
     */
    Answer<String> set(String key, String property, List<String> values, Optional<Duration> override);

    /** Ends a local override of a property if there is one, and else takes the property away. */
    Answer<String> unset(String key, String property);

    /**
     * Tells of each change below a key until it is closed, also over a replacement of the metabase, though what changes
     * during that is not told.
     *
     * @param changed called in a thread that must not be held up
     */
    Answer<Watching> watch(String key, Consumer<Change> changed);

    /** The key and all below it as text, without secrets. */
    Answer<String> export(String key);

    Answer<String> importText(String text);

    /** Newest first. */
    Answer<List<Metabase.Version>> history();

    Answer<String> rollback(long version);

    /** @param folder absolute; must not be there */
    Answer<String> backup(Path folder);

    /** @param now empty if the key is gone */
    record Change(MetabaseKey key, Optional<KeyView> now) {
        public Change {
            Objects.requireNonNull(key);
            Objects.requireNonNull(now);
        }
    }

    /** See {@link #watch}. */
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
